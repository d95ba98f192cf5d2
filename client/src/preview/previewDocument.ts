import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { escapeHtml } from './escapeHtml.ts';

export interface PreviewDocumentOptions {
  readonly extension: vscode.Uri;
  /** Whether images and media of other servers are loaded. */
  readonly remote: boolean;
  /** Origins that images are loaded from all the same. */
  readonly imageOrigins: readonly string[];
}

/** The document of a preview with its script, which asks for the page. */
export function scriptedDocument(webview: vscode.Webview, options: PreviewDocumentOptions): string {
  const nonce = randomBytes(16).toString('base64');
  const script = webview.asWebviewUri(resource(options.extension, 'preview.js'));
  return htmlDocument(webview, options, `'nonce-${nonce}'`, `<script nonce="${nonce}" src="${script}"></script>`);
}

/** The document of a preview where nothing may run (Restricted Mode): the page as it came, sanitised, from the server. */
export function staticDocument(webview: vscode.Webview, options: PreviewDocumentOptions, body: string): string {
  return htmlDocument(webview, options, `'none'`, withoutDeadLinks(withOpenTabsets(body)));
}

/** Where the styles and scripts of webviews lie. */
export function webviewResources(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'webview');
}

function htmlDocument(
  webview: vscode.Webview,
  { extension, remote, imageOrigins }: PreviewDocumentOptions,
  scripts: string,
  body: string,
): string {
  const style = webview.asWebviewUri(resource(extension, 'preview-style.css'));
  // In a browser VS Code itself lies at the preview's own address, with every file that its user may read.
  const resources = webview.cspSource.replace(/'self'\s*(?=\S)/, '');
  const media = `${resources} data:${remote ? ' https: http:' : ''}`;
  const policy = [
    `default-src 'none'`,
    `script-src ${scripts}`,
    // Wiki.js keeps the style elements and attributes of a page.
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    `font-src ${webview.cspSource}`,
    `img-src ${[media, ...imageOrigins].join(' ')}`,
    `media-src ${media}`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(vscode.l10n.t('Preview'))}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>${body}</body>
</html>`;
}

function resource(extension: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(webviewResources(extension), name);
}

/**
 * Without a script the templates of a tabset stay invisible: here they become plain blocks, one below the other.
 * Nothing but the element's name changes, so that the same words in a quoted attribute cannot break out of it.
 */
function withOpenTabsets(html: string): string {
  return html.replace(/<(\/?)template(?=[\s>])/g, '<$1div');
}

/**
 * Without a script no link can lead to another page of the wiki: VS Code would take it for one of a web site. Such links
 * lose their target; those to headings and to other sites work by themselves.
 */
function withoutDeadLinks(html: string): string {
  return html.replace(/(<a\b[^<>]*?) href="(?!#|[a-z][a-z0-9+.-]*:)[^"]*"/gi, '$1');
}
