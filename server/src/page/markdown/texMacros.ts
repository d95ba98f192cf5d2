/** What `\gdef` and its like have defined so far, by name; KaTeX adds to it. */
export type TexMacros = Record<string, string | object | ((expander: object) => string | object)>;
