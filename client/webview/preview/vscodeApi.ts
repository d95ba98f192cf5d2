import type { FromPreview } from '../../src/preview/messages.ts';

/** What VS Code gives to a webview's script, once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

/** Sends a message to the extension. */
export function post(message: FromPreview): void {
  api.postMessage(message);
}

/** What was saved last, by this document or the one before it. */
export function savedState(): unknown {
  return api.getState();
}

/** Saves what a new document, or VS Code after a restart, begins with. */
export function saveState(state: object): void {
  api.setState(state);
}
