// Trains configurations, written as the page's address writes them, and prints NDCG@10 and validation RMSE in stars:
//   node bench/tune.mjs 'model=dot' 'model=dot&l2=0.05&epochs=20'
//   node bench/tune.mjs --data synthetic 'ratedSet=true'
//   node bench/tune.mjs --data ml-1m.zip 'model=mlp'
//   node bench/tune.mjs --data class --seeds 5 'model=mlp'    a class's own ratings (or synthetic-USERSxMOVIESxRATINGS), five times
//   node bench/tune.mjs --part 60x120 --seeds 4 ''    of the data so many users and the most rated movies
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
    threads: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    part: { type: 'string' },
  },
});
// As in a page's worker.
globalThis.isSecureContext = true;
// Beside the packages that it imports.
const module = path.resolve(`node_modules/.cache/tune-${process.pid}.mjs`);
await mkdir(path.dirname(module), { recursive: true });
await writeFile(module, await bundle('./tune.ts'));
const {
  createSimdTrainer,
  classRatings,
  cutOut,
  loadRatings,
  moduleName,
  parseSynthetic,
  symmetricMatrices,
  summariseSeeds,
  tryOut,
} = await import(pathToFileURL(module).href);
await rm(module);
const host = await createNodeHost(Number(values.threads));
const createMatrix = symmetricMatrices(await host.loadModule(moduleName(1)));
const create = (options) => createSimdTrainer(options, host);
const ratingsOf = createSource(values.data);
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => at + 1);
for (const address of positionals) {
  const tried = [];
  for (const seed of seeds) {
    const ofSeed = seeds.length === 1 ? address : `${address}&seed=${seed}`;
    tried.push(await tryOut(await ratingsOf(seed), ofSeed, create, createMatrix));
    console.log(`${ofSeed || 'defaults'}: ${tried.at(-1).text}`);
  }
  if (seeds.length > 1) console.log(`${address || 'defaults'}: ${summariseSeeds(tried)}`);
}

/**
 * The ratings for a seed: made-up ones are others with each, a file's are the same.
 * @param {string} data
 */
function createSource(data) {
  if (data === 'class') return classRatings;
  const made = parseSynthetic(data === 'synthetic' ? 'synthetic-1m' : data);
  const once = made
    ? null
    : readFile(data).then((bytes) => loadRatings({ kind: 'file', file: new File([bytes], path.basename(data)) }));
  const [users, movies] = (values.part ?? '').split('x').map(Number);
  const part = values.part === undefined ? once : once?.then((whole) => cutOut(whole, users, movies));
  return (/** @type {number} */ seed) => part ?? loadRatings({ kind: 'synthetic', shape: made.shape, seed });
}
