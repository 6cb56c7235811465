import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { createNodeHost } from '../../bench/node-host.mjs';
import { initialWeights } from '../models/initial-weights.ts';
import { clearUnseenRows } from '../models/unseen-rows.ts';
import { parityCase, parityOptions } from './parity.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import { createSimdTrainer } from './simd/trainer.ts';
import { registerKernels } from './tfjs/kernels/register.ts';
import { createTfjsTrainer } from './tfjs/trainer.ts';
import type { CreateTrainer } from './trainer.ts';

await tf.setBackend('cpu');
registerKernels();
const host = await createNodeHost(1);
const ENGINES: readonly (readonly [string, CreateTrainer])[] = [
  ['reference', async (options) => createReferenceTrainer(options)],
  ['simd', (options) => createSimdTrainer(options, host)],
  ['tfjs', async (options) => createTfjsTrainer(options)],
];

/** The first user and the first movie are read by no example. */
const UNSEEN = 0;

test.each(
  ENGINES.flatMap(([name, create]) =>
    (['adam', 'lazy-adam', 'sgd', 'adagrad'] as const).map((optimizer) => [name, optimizer, create] as const),
  ),
)('%s with %s leaves rows that no example reads at zero', async (_, optimizer, create) => {
  const options = parityOptions(parityCase('dot', { model: 'dot', optimizer, l2: 0.1, biasL2: 0.1 }, { users: 9, movies: 8 }));
  const without = (indices: Int32Array) => indices.map((index) => Math.max(index, 1));
  const examples = { ...options.examples, users: without(options.examples.users), movies: without(options.examples.movies) };
  const marks = (rows: number) => Uint8Array.from({ length: rows }, (_, row) => (row === UNSEEN ? 0 : 1));
  const seen = { users: marks(9), movies: marks(8) };
  const weights = clearUnseenRows(options.graph, initialWeights(options.graph, 1), seen);
  const trainer = await create({ ...options, examples, weights });
  const order = Int32Array.from(examples.targets, (_, at) => at);
  for (let epoch = 0; epoch < 2; epoch++) {
    trainer.beginEpoch(order);
    for (let index = 0; index * options.batchSize < order.length; index++) trainer.step(index, 0.01);
  }
  const trained = await trainer.readWeights();
  for (const table of ['user_factors', 'movie_factors', 'user_bias', 'movie_bias'].map((name) => `${name}/embeddings`)) {
    const rows = table.startsWith('user') ? 9 : 8;
    const width = (trained[table] as Float32Array).length / rows;
    expect([...(trained[table] as Float32Array).subarray(0, width)]).toEqual(new Array(width).fill(0));
    expect((trained[table] as Float32Array).subarray(width).some((value) => value !== 0)).toBe(true);
  }
  const movieBias = (trained['movie_bias/embeddings'] as Float32Array)[3] as number;
  const mean = options.graph.nodes.find((node) => node.kind === 'scale')?.offset as number;
  const [prediction] = await trainer.predict(Int32Array.of(UNSEEN), Int32Array.of(3));
  expect(prediction).toBeCloseTo(mean + movieBias, 5);
  trainer.dispose();
});
