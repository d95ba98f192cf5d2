const attributeName = '[a-zA-Z_:][a-zA-Z0-9:._-]*';
const attributeValue = `(?:[^"'=<>\`\\x00-\\x20]+|'[^']*'|"[^"]*")`;
const attribute = `(?:\\s+${attributeName}(?:\\s*=\\s*${attributeValue})?)`;

/** Source of a regular expression for one start or end tag (CommonMark 6.6). */
export const openOrCloseTag = `<[A-Za-z][A-Za-z0-9\\-]*${attribute}*\\s*\\/?>|<\\/[A-Za-z][A-Za-z0-9\\-]*\\s*>`;
