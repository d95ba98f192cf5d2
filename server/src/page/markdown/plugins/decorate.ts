import type { Env, MarkdownIt, StateCore, Token } from 'markdown-it';
import { noteFailure } from '../failures.ts';

const comment = /^<!-- ?\{(?:([a-z0-9]+)(\^[0-9]*)?: ?)?(.*)\} ?-->\n?$/;

/** Token types by the tag that an author names in `<!-- {li: .class} -->`; other tags name a type directly. */
const typesOfTag: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['list_item']],
  ['ul', ['bullet_list']],
  ['p', ['paragraph']],
  ['ol', ['ordered_list']],
  ['blockquote', ['blockquote']],
  ['h1', ['heading']],
  ['h2', ['heading']],
  ['h3', ['heading']],
  ['h4', ['heading']],
  ['h5', ['heading']],
  ['h6', ['heading']],
  ['a', ['link']],
  ['code', ['code_inline', 'code_block', 'fence']],
]);

const otherTargets: ReadonlySet<string> = new Set(['fence', 'code_block', 'hr', 'image']);

type Assignment = readonly [name: string, value: string, joined: boolean];

/** Everything so far that attributes can go to. Nothing leaves it: a block that is closed still counts. */
interface Seen {
  readonly byType: Map<string, Token[]>;
  last: Token | undefined;
}

/** `<!-- {.class #id any=thing} -->` gives its attributes to the element before it, as markdown-it-decorate 1.2.2 does. */
export function decorate(md: MarkdownIt): void {
  md.core.ruler.push('decorate', (state: StateCore) => {
    // What is no comment in the source can become one by entities and escapes only.
    if (!/-->|[&\\]/.test(state.src)) return;
    const seen: Seen = { byType: new Map(), last: undefined };
    state.tokens = state.tokens.filter((token) => {
      if (isTarget(token)) remember(seen, token);
      if (token.type === 'html_block') return !isApplied(seen, token, state.env);
      if (token.type === 'inline') token.children = decorateInline(token.children ?? [], seen, state.env);
      return true;
    });
  });
}

function decorateInline(children: readonly Token[], seen: Seen, env: Env): Token[] {
  let lastText: Token | undefined;
  return children.filter((child) => {
    if (isTarget(child) || child.type === 'code_inline') remember(seen, child);
    const applied = isApplied(seen, child, env);
    if (applied && lastText !== undefined) lastText.content = lastText.content.trimEnd();
    if (child.type === 'text') lastText = child;
    return !applied;
  });
}

function isTarget(token: Token): boolean {
  return token.type.endsWith('_open') || token.type.endsWith('_start') || otherTargets.has(token.type);
}

function remember(seen: Seen, token: Token): void {
  const type = token.type.replace(/_(?:open|start)$/, '');
  const tokens = seen.byType.get(type);
  if (tokens === undefined) seen.byType.set(type, [token]);
  else tokens.push(token);
  seen.last = token;
}

/** Whether a token is such a comment, and its attributes found their element. */
function isApplied(seen: Seen, token: Token, env: Env): boolean {
  if (!token.content.startsWith('<!--')) return false;
  const [match, tag, level, text = ''] = comment.exec(token.content) ?? [];
  if (match === undefined) return false;
  if (tag === 'constructor') noteFailure(env, 'a comment names the element "constructor"');
  const target = tag === undefined ? seen.last : targetOf(seen, tag, level);
  const assignments = target && parseAssignments(text);
  if (target === undefined || assignments === undefined) return false;
  for (const [name, value, joined] of assignments) {
    if (joined) target.attrJoin(name, value);
    else target.attrSet(name, value);
  }
  return true;
}

/** @param level `^` for the element before the last, `^2` for the one before that */
function targetOf(seen: Seen, tag: string, level: string | undefined): Token | undefined {
  const types = (typesOfTag.get(tag) ?? [tag]).filter((type) => seen.byType.has(type));
  // With more than one kind of code on the page, `code` names none of them.
  const candidates = types.length === 1 ? seen.byType.get(types[0] ?? '') : undefined;
  const stepsBack = level === undefined ? 0 : level === '^' ? 1 : Number(level.slice(1));
  return candidates?.[candidates.length - 1 - stepsBack];
}

const assignmentPatterns: readonly [RegExp, (match: RegExpExecArray) => Assignment | undefined][] = [
  [/\s*\.([a-zA-Z0-9\-_]+)/y, ([, name = '']) => ['class', name, true]],
  [/\s*#([a-zA-Z0-9\-_]+)/y, ([, name = '']) => ['id', name, false]],
  [/\s*([a-zA-Z0-9\-_]+)="([^"]*)"/y, ([, name = '', value = '']) => [name, value, false]],
  [/\s*([a-zA-Z0-9\-_]+)='([^']*)'/y, ([, name = '', value = '']) => [name, value, false]],
  [/\s*([a-zA-Z0-9\-_]+)=([^ ]*)/y, ([, name = '', value = '']) => [name, value, false]],
  [/\s*([a-zA-Z0-9\-_]+)/y, ([, name = '']) => [name, '', false]],
  [/\s+/y, () => undefined],
];

function parseAssignments(text: string): Assignment[] | undefined {
  const assignments: Assignment[] = [];
  let at = 0;
  while (at < text.length) {
    let end = at;
    for (const [pattern, assignmentOf] of assignmentPatterns) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null) continue;
      const assignment = assignmentOf(match);
      if (assignment !== undefined) assignments.push(assignment);
      end = at + match[0].length;
      break;
    }
    if (end === at) return undefined;
    at = end;
  }
  return assignments;
}
