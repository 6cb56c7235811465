// Trains configurations, written as the page's address writes them, and prints NDCG@10 and validation RMSE in stars:
//   node bench/tune.mjs 'model=dot' 'model=dot&l2=0.05&epochs=20'
//   node bench/tune.mjs --data synthetic 'ratedSet=true'
//   node bench/tune.mjs --data ml-1m.zip 'model=mlp'
// With `node --experimental-wasm-relaxed-simd` where that is not the default (Node 20).
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, createNodeHost } from './node-host.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: 'public/data/ml-latest-small.zip' }, threads: { type: 'string', default: '1' } },
});
// As in a page's worker.
globalThis.isSecureContext = true;
// Beside the packages that it imports.
const module = path.resolve(`node_modules/.cache/tune-${process.pid}.mjs`);
await mkdir(path.dirname(module), { recursive: true });
await writeFile(module, await bundle('./tune.ts'));
const { createSimdTrainer, loadRatings, moduleName, symmetricMatrices, tryOut } = await import(pathToFileURL(module).href);
await rm(module);
const host = await createNodeHost(Number(values.threads));
const createMatrix = symmetricMatrices(await host.loadModule(moduleName(1)));
const source =
  values.data === 'synthetic'
    ? { kind: 'synthetic', shape: { users: 6040, movies: 3706, ratings: 1_000_209 }, seed: 1 }
    : { kind: 'file', file: new File([await readFile(values.data)], path.basename(values.data)) };
const ratings = await loadRatings(source);
for (const address of positionals) {
  console.log(
    `${address || 'defaults'}: ${await tryOut(ratings, address, (options) => createSimdTrainer(options, host), createMatrix)}`,
  );
}
