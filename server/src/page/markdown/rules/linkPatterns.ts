import { control, punctuation, separator } from './characters.ts';

// The grammar of links in plain text of linkify-it 3, with its default options: fuzzy links and e-mail addresses
// are found, bare IP addresses are not. Sources of regular expressions without the flag `u`, for UTF-16 units.

const separatorOrControl = `${separator}|${control}`;
const anySeparator = `${separator}|${punctuation}|${control}`;
const bracket = '[><\\uff5c]';
/** Astral characters, and halves of them, are always letters here: the look ahead is for the basic plane only. */
const letter =
  `(?:(?!${bracket}|${anySeparator})[\\0-\\uD7FF\\uE000-\\uFFFF]|[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|` +
  '[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?:[^\\uD800-\\uDBFF]|^)[\\uDC00-\\uDFFF])';
const punycoded = 'xn--[a-z0-9\\-]{1,59}';

const credentials = `(?:(?:(?!${separatorOrControl}|[@/\\[\\]()]).)+@)?`;
const port = '(?::(?:6(?:[0-4]\\d{3}|5(?:[0-4]\\d{2}|5(?:[0-2]\\d|3[0-5])))|[1-5]?\\d{1,4}))?';
const hostEnd = `(?=$|${bracket}|${anySeparator})(?!-|_|:\\d|\\.-|\\.(?!$|${anySeparator}))`;

const path =
  '(?:[/?#](?:' +
  [
    `(?!${separatorOrControl}|${bracket}|[()[\\]{}.,"'?!\\-;]).`,
    `\\[(?:(?!${separatorOrControl}|\\]).)*\\]`,
    `\\((?:(?!${separatorOrControl}|[)]).)*\\)`,
    `\\{(?:(?!${separatorOrControl}|[}]).)*\\}`,
    `"(?:(?!${separatorOrControl}|["]).)+"`,
    `'(?:(?!${separatorOrControl}|[']).)+'`,
    `'(?=${letter}|[-]).`,
    '\\.{2,}[a-zA-Z0-9%/&]',
    `\\.(?!${separatorOrControl}|[.]).`,
    '\\-+',
    `,(?!${separatorOrControl}).`,
    `;(?!${separatorOrControl}).`,
    `!+(?!${separatorOrControl}|[!]).`,
    `\\?(?!${separatorOrControl}|[?]).`,
  ].join('|') +
  ')+|/)?';

const domain = `(?:${punycoded}|${letter}|${letter}(?:-|${letter}){0,61}${letter})`;
const lastDomain = `(?:${punycoded}|${letter}{1,63})`;
const host = `(?:(?:${domain}\\.)*${domain})`;

const topLevelDomains =
  'biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|' +
  'a[cdefgilmnoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]|' +
  'g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]|' +
  'n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnortuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|' +
  `v[aceginu]|w[fs]|y[et]|z[amw]|${punycoded}`;
const fuzzyHost = `(?:(?:${domain}\\.)+(?:${topLevelDomains}))`;
const address = '(?:(25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\\.){3}(25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)';

/** What may stand before a scheme. */
export const beforeSchema = `(?!_)(?:${bracket}|${anySeparator})`;

/** The schemes that linkify knows. */
export const schemaName = 'http:|https:|ftp:|//|mailto:';

/** What follows `http:`, `https:` or `ftp:` (sticky). */
export const afterHttp = new RegExp(`//${credentials}${host}${port}${hostEnd}${path}`, 'iy');

/** What follows `//` (sticky). */
export const afterSlashes = new RegExp(
  `${credentials}(?:localhost|(?:${domain}\\.)+${lastDomain})${port}${hostEnd}${path}`,
  'iy',
);

/** The part of an e-mail address before its `@`. */
export const mailName = '[\\-;:&=\\+\\$,\\.a-zA-Z0-9_][\\-;:&=\\+\\$,\\"\\.a-zA-Z0-9_]*';

/** What follows `mailto:` (sticky). */
export const afterMailto = new RegExp(`${mailName}@${host}${hostEnd}`, 'iy');

/** What must come somewhere in a text that holds a link without a scheme. */
export const hostHint = `localhost|www\\.|\\.\\d{1,3}\\.|\\.(?:${topLevelDomains})(?:${anySeparator}|>|$)`;

/** What may stand before a link without a scheme. */
export const beforeFuzzyLink = `(?![.:/\\-_@])(?:[$+<=>^\`|\\uff5c]|${anySeparator})`;

/** A link without a scheme. */
export const fuzzyLink = `(?![$+<=>^\`|\\uff5c])${fuzzyHost}${port}${hostEnd}${path}`;

/** What may stand before an e-mail address. */
export const beforeMail = `${bracket}|"|\\(|${separatorOrControl}`;

/** The host of an e-mail address, from its `@` on (sticky). */
export const mailHost = new RegExp(`@(?:${address}|${fuzzyHost})${hostEnd}`, 'iy');
