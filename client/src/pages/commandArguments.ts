import type { CreatePageArguments, RemoveByteOrderMarkArguments } from '../../../server/src/protocol.ts';

/** Whether a command was given what a quick fix gives it: any extension and any key binding can run a command. */
export function isCreatePageArguments(value: unknown): value is CreatePageArguments {
  if (!isRecord(value) || !isRecord(value.title)) return false;
  const { line, start, end } = value.title;
  return typeof value.uri === 'string' && typeof value.text === 'string' && [line, start, end].every(Number.isInteger);
}

/** Whether a command was given a file to remove the byte order mark from. */
export function isRemoveByteOrderMarkArguments(value: unknown): value is RemoveByteOrderMarkArguments {
  return isRecord(value) && typeof value.uri === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
