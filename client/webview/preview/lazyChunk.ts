/** Where this script lies, and the scripts beside it that only some pages need. */
const ownScript = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

/**
 * A script that is loaded when it is first asked for. Gives back what it exports, or undefined until it is there: then
 * `arrived` is called. One that cannot be loaded never arrives, and what needs it stays as it came.
 */
export function lazyChunk<T>(name: string, arrived: () => void): () => T | undefined {
  let loaded: T | undefined;
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      import(new URL(name, ownScript).href).then((chunk: T) => {
        loaded = chunk;
        arrived();
      }, console.error);
    }
    return loaded;
  };
}
