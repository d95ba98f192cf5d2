/** What `aux-wiki --help` says. */
export const helpText = `aux-wiki: what Wiki.js 2.x will do with a wiki kept as files

  aux-wiki check [ROOT] [--format pretty|json] [--sync [BASE]]
                                                 tell every problem
  aux-wiki facts [ROOT]                          print pages, headings and links as JSON
  aux-wiki render FILE [--root ROOT] [--toc]     print the HTML that Wiki.js stores
  aux-wiki render --all --root ROOT --out DIR    write one JSON file for each page
  aux-wiki lsp --stdio                           language server for any editor

ROOT is the wiki's folder, the one with home.md and, if there is one, .aux-wiki.yml;
without it, the current folder.

--sync adds what Wiki.js's sync loses of the changes since the last commit, or since
BASE, such as origin/main; it needs git.

  -h, --help       this text
  -v, --version    the version

check ends with 0 if it finds no error, 1 if it finds one, 2 if it was called wrongly.
Colours are left out where NO_COLOR is set or the output is no terminal.
`;
