/**
 * What Prism 1.22 highlights, which Wiki.js loads as a page needs it: the name of each language, and after a colon its
 * other names.
 */
const names = `
  markup:html,xml,svg,mathml,ssml,atom,rss css clike javascript:js abap abnf actionscript ada agda al antlr4:g4 apacheconf
  apl applescript aql arduino arff asciidoc:adoc aspnet asm6502 autohotkey autoit bash:shell basic batch
  bbcode:shortcode birb bison bnf:rbnf brainfuck brightscript bro bsl:oscript c csharp:cs,dotnet cpp cil clojure cmake
  coffeescript:coffee concurnas:conc csp crystal css-extras cypher d dart dax dhall diff django:jinja2
  dns-zone-file:dns-zone docker:dockerfile ebnf editorconfig eiffel ejs:eta elixir elm etlua erb erlang
  excel-formula:xlsx,xls fsharp factor firestore-security-rules flow fortran ftl gml:gamemakerlanguage gcode gdscript
  gedcom gherkin git glsl go graphql groovy haml handlebars haskell:hs haxe hcl hlsl http hpkp hsts ichigojam icon
  ignore:gitignore,hgignore,npmignore inform7 ini io j java javadoc javadoclike javastacktrace jolie jq jsdoc js-extras
  json:webmanifest json5 jsonp jsstacktrace js-templates julia keyman kotlin:kt,kts latex:tex,context latte less
  lilypond:ly liquid lisp:emacs,elisp,emacs-lisp livescript llvm lolcode lua makefile markdown:md markup-templating
  matlab mel mizar mongodb monkey moonscript:moon n1ql n4js:n4jsd nand2tetris-hdl naniscript:nani nasm neon nginx nim
  nix nsis objectivec:objc ocaml opencl oz parigp parser pascal:objectpascal pascaligo pcaxis:px peoplecode:pcode perl
  php phpdoc php-extras plsql powerquery:pq,mscript powershell processing prolog properties protobuf pug puppet pure
  purebasic:pbfasm purescript:purs python:py q qml qore r racket:rkt jsx tsx reason regex renpy:rpy rest rip roboconf
  robotframework:robot ruby:rb rust sas sass scss scala scheme shell-session:sh-session,shellsession smali smalltalk
  smarty sml:smlnj solidity:sol solution-file:sln soy sparql:rq splunk-spl sqf sql stan iecst stylus swift
  t4-templating t4-cs:t4 t4-vb tap tcl tt2 textile toml turtle:trig twig typescript:ts typoscript:tsconfig
  unrealscript:uscript,uc vala vbnet velocity verilog vhdl vim visual-basic:vb,vba warpscript wasm wiki
  xeora:xeoracube xml-doc xojo xquery yaml:yml yang zig
`;

/** A language that a fence may have on a Wiki.js site. */
export interface FenceLanguage {
  readonly name: string;
  readonly otherNames: readonly string[];
}

/** The languages that Wiki.js highlights. */
export const fenceLanguages: readonly FenceLanguage[] = names
  .trim()
  .split(/\s+/)
  .map((entry) => {
    const [name = '', otherNames = ''] = entry.split(':');
    return { name, otherNames: otherNames === '' ? [] : otherNames.split(',') };
  });
