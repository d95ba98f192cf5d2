import type { MarkdownIt, StateInline, Token } from 'markdown-it';

interface ImageSource {
  readonly href: string;
  readonly title: string;
  readonly width: string;
  readonly height: string;
  /** Offset after the whole image. */
  readonly end: number;
}

/**
 * Images with a size, `![text](url "title" =100x50)`, as markdown-it-imsize 2.0.1 reads them. It stands before
 * markdown-it's own rule, which gets only what this one refuses, and leaves marks in the label unparsed.
 */
export function imageSize(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'image', sizedImage);
}

function sizedImage(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (!src.startsWith('![', pos)) return false;
  const labelStart = pos + 2;
  const labelEnd = state.md.helpers.parseLinkLabel(state, pos + 1, false);
  if (labelEnd < 0) return false;
  const isInline = labelEnd + 1 < posMax && src.charCodeAt(labelEnd + 1) === 0x28;
  const source = isInline ? inlineSource(state, labelEnd + 2) : referenceSource(state, labelStart, labelEnd);
  if (source === undefined) return false;
  if (!silent) pushImage(state, source, src.slice(labelStart, labelEnd));
  state.pos = source.end;
  return true;
}

function pushImage(state: StateInline, source: ImageSource, label: string): void {
  const children: Token[] = [];
  state.md.inline.tokenize(new state.md.inline.State(label, state.md, state.env, children));
  const token = state.push('image', 'img', 0);
  token.attrs = [
    ['src', source.href],
    ['alt', ''],
  ];
  token.children = children;
  for (const name of ['title', 'width', 'height'] as const) {
    if (source[name] !== '') token.attrs.push([name, source[name]]);
  }
}

function inlineSource(state: StateInline, afterParenthesis: number): ImageSource | undefined {
  const { src, posMax, md } = state;
  let pos = skipWhiteSpace(src, afterParenthesis, posMax);
  if (pos >= posMax) return undefined;
  let href = '';
  const destination = md.helpers.parseLinkDestination(src, pos, posMax);
  if (destination.ok) {
    const normalized = md.normalizeLink(destination.str);
    if (md.validateLink(normalized)) {
      href = normalized;
      pos = destination.pos;
    }
  }
  const titleStart = skipWhiteSpace(src, pos, posMax);
  const title = md.helpers.parseLinkTitle(src, titleStart, posMax);
  const hasTitle = titleStart < posMax && titleStart > pos && title.ok;
  pos = hasTitle ? skipWhiteSpace(src, title.pos, posMax) : titleStart;

  const size = src.charCodeAt(pos - 1) === 0x20 ? parseSize(src, pos, posMax) : undefined;
  if (size !== undefined) pos = skipWhiteSpace(src, size.end, posMax);
  if (pos >= posMax || src.charCodeAt(pos) !== 0x29) return undefined;
  return {
    href,
    title: hasTitle ? title.str : '',
    width: size?.width ?? '',
    height: size?.height ?? '',
    end: pos + 1,
  };
}

/** Unlike CommonMark, white space may stand between the label and that of the definition. */
function referenceSource(state: StateInline, labelStart: number, labelEnd: number): ImageSource | undefined {
  const { src, posMax, md, env } = state;
  if (env.references === undefined) return undefined;
  let label = '';
  let end = labelEnd + 1;
  const open = skipWhiteSpace(src, end, posMax);
  if (open < posMax && src.charCodeAt(open) === 0x5b) {
    const close = md.helpers.parseLinkLabel(state, open);
    if (close >= 0) {
      label = src.slice(open + 1, close);
      end = close + 1;
    }
  }
  if (label === '') label = src.slice(labelStart, labelEnd);
  const definition = env.references[md.utils.normalizeReference(label)];
  return definition && { ...definition, width: '', height: '', end };
}

/** `=100x50`, `=100x`, `=x50`; a number may hold per cent signs. */
function parseSize(src: string, pos: number, max: number): { width: string; height: string; end: number } | undefined {
  if (pos >= max || !/^=[x\d]/.test(src.slice(pos, pos + 2))) return undefined;
  const widthEnd = endOfNumber(src, pos + 1, max);
  if (src.charAt(widthEnd) !== 'x') return undefined;
  const end = endOfNumber(src, widthEnd + 1, max);
  return { width: src.slice(pos + 1, widthEnd), height: src.slice(widthEnd + 1, end), end };
}

function endOfNumber(src: string, start: number, max: number): number {
  let pos = start;
  while ((pos < max && /\d/.test(src.charAt(pos))) || src.charAt(pos) === '%') pos++;
  return pos;
}

function skipWhiteSpace(src: string, start: number, max: number): number {
  let pos = start;
  while (pos < max && /[ \n]/.test(src.charAt(pos))) pos++;
  return pos;
}
