/** Gives back a block of code as HTML with a span for each token; undefined for a language that it does not know. */
interface Highlighter {
  highlight(code: string, language: string): string | undefined;
}

/** What is code with numbered lines. */
export const codeBlocks = 'pre.prismjs';

/**
 * Numbers the lines of the code blocks of a part of the page, and colours those that name a language, once the highlighter is there.
 * Rules reference (f): codehighlighter, and Prism in the browser.
 */
export function showCode(page: ParentNode, highlighter: () => Highlighter | undefined): void {
  for (const code of page.querySelectorAll(`${codeBlocks} > code`)) {
    const text = normalized(code.textContent);
    code.textContent = text;
    code.parentElement?.setAttribute('data-line-numbers', lineNumbers(text));
    const language = /(?:^|\s)language-(\S+)/.exec(code.className)?.[1];
    const html = language === undefined ? undefined : highlighter()?.highlight(text, language);
    // Of the code's text and Prism's own spans, all of it escaped.
    if (html !== undefined) code.innerHTML = html;
  }
}

/** As Wiki.js sets Prism's white space: two spaces for a tab, no blank lines around. */
function normalized(code: string): string {
  return code.replace(/\t/g, '  ').replace(/^(?:[ ]*\r?\n)+|\s+$/g, '');
}

function lineNumbers(text: string): string {
  return Array.from({ length: text.split('\n').length }, (_, index) => index + 1).join('\n');
}
