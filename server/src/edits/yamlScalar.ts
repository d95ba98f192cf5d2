/**
 * A YAML scalar, on one line, that reads back as exactly this text: quoted, because Wiki.js's own plain style is what
 * breaks (rules reference (b)).
 */
export function quotedScalar(text: string): string {
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text)) return escapedScalar(text);
  const double = !text.includes('"') && !text.includes('\\');
  return double && text.includes("'") ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
}

function escapedScalar(text: string): string {
  const escaped = JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return escaped;
}
