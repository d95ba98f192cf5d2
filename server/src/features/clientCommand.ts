import type { Command } from 'vscode-languageserver';
import { type CreatePageArguments, commands, type RemoveByteOrderMarkArguments } from '../protocol.ts';
import type { Fix } from '../rules/rule.ts';
import type { WikiDocuments } from './context.ts';
import { titlePlace } from './titlePlace.ts';

/** The client's command for a fix that an edit says badly or not at all; undefined if an edit will do. */
export function clientCommand(fix: Fix, documents: WikiDocuments): Command | undefined {
  const [step, ...others] = fix.plan.steps;
  if (step === undefined || others.length > 0) return undefined;
  if (step.kind === 'create') {
    const { file, text } = step;
    const argument: CreatePageArguments = { uri: documents.uriOf(file), text, title: titlePlace(text) };
    return { title: fix.title, command: commands.createPage, arguments: [argument] };
  }
  if (step.kind !== 'remove-byte-order-mark') return undefined;
  const argument: RemoveByteOrderMarkArguments = { uri: documents.uriOf(step.file) };
  return { title: fix.title, command: commands.removeByteOrderMark, arguments: [argument] };
}
