import * as vscode from 'vscode';
import type { PageItem } from './pageItems.ts';

/** How a row of the pages view looks, and what it does on a click. */
export function treeItemOf(item: PageItem): vscode.TreeItem {
  const row = new vscode.TreeItem(item.label, collapsibleState(item));
  row.id = item.id;
  row.contextValue = item.kind;
  row.iconPath = iconOf(item);
  const segment = item.path.split('/').at(-1) ?? '';
  const state = stateInWords(item);
  row.description = [isSaidBy(item.label, segment) ? '' : segment, state].filter((part) => part !== '').join(' · ');
  row.tooltip = [item.label, item.url ?? '', state].filter((part) => part !== '').join('\n');
  row.accessibilityInformation = { label: [item.label, item.path, state].filter((part) => part !== '').join(', ') };
  if (item.uri !== undefined) {
    const uri = vscode.Uri.parse(item.uri);
    // Gives the row the colours that git and the problems give the file.
    row.resourceUri = uri;
    row.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
  }
  return row;
}

/** Whether a segment of a path says nothing that the title does not: `migration-guide` beside "Migration Guide". */
function isSaidBy(title: string, segment: string): boolean {
  return title.toLowerCase().replace(/\s+/g, '-') === segment.toLowerCase();
}

function collapsibleState(item: PageItem): vscode.TreeItemCollapsibleState {
  if (item.children.length === 0) return vscode.TreeItemCollapsibleState.None;
  const isGroup = item.kind === 'wiki' || item.kind === 'locale';
  return isGroup ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function iconOf(item: PageItem): vscode.ThemeIcon {
  if (item.kind === 'wiki') return new vscode.ThemeIcon('book');
  if (item.kind === 'locale') return new vscode.ThemeIcon('globe');
  if (item.kind === 'folder') return new vscode.ThemeIcon('folder');
  if (item.state === 'not-imported') {
    return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('list.warningForeground'));
  }
  if (item.state === 'broken-links') {
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.errorForeground'));
  }
  if (item.path === 'home') return new vscode.ThemeIcon('home');
  return new vscode.ThemeIcon(item.children.length > 0 ? 'folder-library' : 'file');
}

function stateInWords(item: PageItem): string {
  if (item.state === 'not-imported') return vscode.l10n.t('not imported');
  return item.state === 'broken-links' ? vscode.l10n.t('dead links') : '';
}
