#!/usr/bin/env node
// Stands in for the `code` executable of a desktop VS Code: takes the same arguments, and shows no window.
import { register } from 'tsx/esm/api';

register();
const { runCode } = await import('./code.ts');
process.exitCode = await runCode(process.argv.slice(2));
