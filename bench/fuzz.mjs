// @ts-check
/** `npm run fuzz`: feeds damaged and random files to every parser; ends with 1 where one breaks. `--inputs 100000 --seed 1` */
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bundle } from './node-host.mjs';

const { values } = parseArgs({
  options: { inputs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
// Where it finds its packages.
const folder = new URL('../node_modules/.cache/matinee/', import.meta.url);
await mkdir(folder, { recursive: true });
const module = new URL('fuzz.mjs', folder);
await writeFile(module, await bundle('./fuzz/fuzz.ts'));
const { fuzz } = await import(module.href);
// A hang must end as a failure, not as a wait.
const LONGEST_MINUTES = 30;
setTimeout(() => {
  console.error(`Not done after ${LONGEST_MINUTES} minutes: a parser hangs.`);
  process.exit(1);
}, LONGEST_MINUTES * 60_000).unref();
const start = performance.now();
const { inputs, read, refused, slowestMs } = await fuzz(Number(values.inputs), Number(values.seed));
const seconds = (performance.now() - start) / 1000;
console.log(`${inputs} inputs in ${seconds.toFixed(1)} s: ${read} read, the slowest in ${slowestMs.toFixed(1)} ms; refused:`);
for (const [code, count] of Object.entries(refused)) console.log(`  ${code}: ${count}`);
