// What the page says of a run, for configurations written as its address writes them:
//   node bench/advice.mjs '' 'listWeight=0' 'learningRate=0.1'
//   node bench/advice.mjs --find-rate '' 'model=mlp'    what the learning-rate finder suggests, and what training with it comes to
//   node bench/advice.mjs --data ml-1m.zip ''
// With `node --experimental-wasm-relaxed-simd` where that is not the default (Node 20).
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, createNodeHost } from './node-host.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: 'public/data/ml-latest-small.zip' },
    'find-rate': { type: 'boolean', default: false },
  },
});
// As in a page's worker.
globalThis.isSecureContext = true;
// Beside the packages that it imports.
const module = path.resolve(`node_modules/.cache/advice-${process.pid}.mjs`);
await mkdir(path.dirname(module), { recursive: true });
await writeFile(module, await bundle('./advice.ts'));
const { createAdviser, findRate, load } = await import(pathToFileURL(module).href);
await rm(module);
const file = new File([await readFile(values.data)], path.basename(values.data));
const data = await load({ kind: 'file', file });
const host = await createNodeHost(1);
const advise = createAdviser(data, host);
console.log(`The first user is ${data.summary.shownFirst.userId}.`);
for (const address of positionals) {
  await print(address);
  if (!values['find-rate']) continue;
  const rate = await findRate(data, host, address);
  console.log(`  the finder suggests ${rate}:`);
  if (rate !== null) await print([address, `learningRate=${rate}`].filter(Boolean).join('&'));
}

/** @param {string} address */
async function print(address) {
  try {
    const { course, biases, ndcg, sentences, proposal } = await advise(address);
    console.log(`\n${address || 'defaults'}`);
    console.log(`  train      ${course.map(({ train }) => train.toFixed(3)).join(' ')}`);
    console.log(
      `  validation ${course.map(({ validation }) => validation.toFixed(3)).join(' ')}   biases ${biases?.toFixed(3)}   NDCG@10 ${ndcg?.toFixed(3)}`,
    );
    for (const sentence of sentences) console.log(`  ${sentence}`);
    if (proposal) console.log(`  [${proposal}]`);
  } catch (error) {
    console.log(`\n${address || 'defaults'}\n  ${/** @type {Error} */ (error).message}`);
  }
}
