// Checks every page of a wiki with the library behind VS Code's Markdown server, in this process:
// `node --import tsx markdownService.ts FOLDER` prints how long that took, what it found and the memory that it holds.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { markdownFiles } from './files.ts';

const require = createRequire(new URL('../peer/package.json', import.meta.url));
const service = await import(pathToFileURL(require.resolve('vscode-markdown-languageservice')).href);

const folder = process.argv[2] ?? '.';
const start = performance.now();
const documents = new Map<string, TextDocument>();
for (const file of markdownFiles(folder)) {
  const uri = `${pathToFileURL(folder)}/${file}`;
  documents.set(uri, TextDocument.create(uri, 'markdown', 1, readFileSync(fileURLToPath(uri), 'utf8')));
}
const noEvent = () => ({ dispose() {} });
const token = { isCancellationRequested: false, onCancellationRequested: noEvent };
const md = new MarkdownIt({ html: true });
const languageService = service.createLanguageService({
  workspace: {
    workspaceFolders: [URI.parse(pathToFileURL(folder).href)],
    onDidChangeMarkdownDocument: noEvent,
    onDidCreateMarkdownDocument: noEvent,
    onDidDeleteMarkdownDocument: noEvent,
    getAllMarkdownDocuments: async () => documents.values(),
    hasMarkdownDocument: (uri: URI) => documents.has(uri.toString()),
    openMarkdownDocument: async (uri: URI) => documents.get(uri.toString()),
    async stat(uri: URI) {
      if (documents.has(uri.toString())) return { isDirectory: false };
      return existsSync(uri.fsPath) ? { isDirectory: statSync(uri.fsPath).isDirectory() } : undefined;
    },
    readDirectory: async (uri: URI) =>
      readdirSync(uri.fsPath, { withFileTypes: true }).map((entry) => [
        entry.name,
        { isDirectory: entry.isDirectory() },
      ]),
  },
  parser: {
    slugifier: service.githubSlugifier,
    tokenize: async (document: { getText(): string }) => md.parse(document.getText(), {}),
  },
  logger: { level: 0, log() {} },
});
const options = {
  validateFileLinks: 'warning',
  validateReferences: 'warning',
  validateFragmentLinks: 'warning',
  validateMarkdownFileLinkFragments: 'warning',
  validateUnusedLinkDefinitions: 'hint',
  validateDuplicateLinkDefinitions: 'warning',
  ignoreLinks: [],
};
let problems = 0;
for (const document of documents.values()) {
  problems += (await languageService.computeDiagnostics(document, options, token)).length;
}
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, problems, megabytes: process.memoryUsage.rss() / 1024 / 1024 }));
