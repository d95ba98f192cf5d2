// Types of the packages that bring none: only what is used of them.

declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  const plugin: (md: MarkdownIt) => void;
  export = plugin;
}

declare module 'markdown-it-multimd-table' {
  import type { MarkdownIt } from 'markdown-it';

  const plugin: (md: MarkdownIt, options: { multiline: boolean; rowspan: boolean; headerless: boolean }) => void;
  export = plugin;
}

declare module 'markdown-it-emoji/lib/data/full.mjs' {
  const emojiByName: Readonly<Record<string, string>>;
  export = emojiByName;
}

declare module 'markdown-it-emoji/lib/data/shortcuts.mjs' {
  const emoticonsByName: Readonly<Record<string, string | readonly string[]>>;
  export = emoticonsByName;
}

declare module 'punycode.js' {
  const punycode: { toASCII(host: string): string; toUnicode(host: string): string };
  export = punycode;
}
