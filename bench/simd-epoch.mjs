// Times epochs of the SIMD engine on ratings of MovieLens 1M's shape:
//   node bench/simd-epoch.mjs --model dot --batch 2048 --optimizer adam --threads 2 --factors 50 --epochs 5 [--rated] [--score]
// With `node --experimental-wasm-relaxed-simd` where that is not the default (Node 20).
import { parseArgs } from 'node:util';
import { bundle, createNodeHost, dataUrl } from './node-host.mjs';

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'dot' },
    batch: { type: 'string', default: '2048' },
    optimizer: { type: 'string', default: 'adam' },
    threads: { type: 'string', default: '2' },
    factors: { type: 'string', default: '50' },
    epochs: { type: 'string', default: '5' },
    rated: { type: 'boolean', default: false },
    score: { type: 'boolean', default: false },
  },
});
const { createSimdTrainer, measureEpochs } = await import(dataUrl(await bundle('./simd-epoch.ts')).href);
const { model, optimizer, rated, score } = values;
const numbers = { batchSize: Number(values.batch), factors: Number(values.factors), epochs: Number(values.epochs) };
for (const threads of values.threads.split(',').map(Number)) {
  const host = await createNodeHost(threads);
  const create = (options) => createSimdTrainer(options, host);
  const report = await measureEpochs(create, { model, optimizer, rated, score, ...numbers });
  console.log(
    `${model}${rated ? ' with rated sets' : ''} ${optimizer} batch ${values.batch} factors ${values.factors}, ${threads} thread(s): ${report}`,
  );
}
