// @ts-check
/** `npm run check:types`: what runs in the worker, in the page and in Node, each with the types that it has. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// By path: the packages of both compilers have a program called `tsc`.
const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript-native/package.json')));
const failed = ['worker', 'page', 'node'].filter(
  (part) => spawnSync(process.execPath, [tsc, '-p', `tsconfig.${part}.json`], { stdio: 'inherit' }).status !== 0,
);
process.exitCode = failed.length;
