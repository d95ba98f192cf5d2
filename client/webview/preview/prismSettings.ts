// Prism reads these when it starts: it is to colour what it is given, and nothing by itself.
Object.assign(globalThis, { Prism: { manual: true, disableWorkerMessageHandler: true } });

export const isPrismManual = true;
