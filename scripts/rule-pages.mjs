// Writes docs/rules from the rules themselves. A test says when it has to be run again.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const folder = fileURLToPath(new URL('../docs/rules', import.meta.url));
const { rulePages } = await tsImport('../server/src/rules/documentation.ts', import.meta.url);

rmSync(folder, { recursive: true, force: true });
for (const [file, text] of rulePages()) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
