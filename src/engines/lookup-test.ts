import type { Graph } from '../models/graph.ts';
import type { Engine } from './engine.ts';

/** Rows of either table. 16-bit floats tell whole numbers apart up to 2,048 only. */
const ROWS = 4096;

const table = { kind: 'embedding', rows: ROWS, width: 1, initializer: { kind: 'zeros' }, l2: 0 } as const;

/** Adds up what it looks up, through a matrix product. */
const GRAPH: Graph = {
  nodes: [
    { ...table, name: 'user', of: 'user' },
    { ...table, name: 'movie', of: 'movie' },
    { kind: 'concat', name: 'both', inputs: ['user', 'movie'] },
    { kind: 'dense', name: 'sum', input: 'both', width: 1, useBias: false, initializer: { kind: 'zeros' } },
  ],
};

/** u + m / 4096 needs all 24 bits of a 32-bit float, and each pair of rows has a sum of its own. */
const WEIGHTS = {
  'user/embeddings': Float32Array.from({ length: ROWS }, (_, row) => row),
  'movie/embeddings': Float32Array.from({ length: ROWS }, (_, row) => row / ROWS),
  'sum/kernel': Float32Array.of(1, 1),
};

/** The first and the last row, and those around where 16 bits end. */
const LOOKED_UP = [0, 1, 2047, 2048, 2049, ROWS - 1];

/** Looks rows up without training, and says in one sentence which came back changed by any bit; null where none did. */
export async function testLookup({ create }: Engine): Promise<string | null> {
  const users = Int32Array.from(LOOKED_UP.flatMap((row) => LOOKED_UP.map(() => row)));
  const movies = Int32Array.from(LOOKED_UP.flatMap(() => LOOKED_UP));
  const examples = { users, movies, targets: new Float32Array(users.length) };
  const trainer = await create({
    graph: GRAPH,
    weights: WEIGHTS,
    examples,
    optimizer: 'adam',
    momentum: 0,
    clip: 0,
    batchSize: 1,
    seed: 1,
  });
  const sums = await trainer.predict(users, movies);
  trainer.dispose();
  const expected = Float32Array.from(users, (user, i) => user + (movies[i] as number) / ROWS);
  const wrong = expected.findIndex((sum, i) => sums[i] !== sum);
  return wrong < 0 ? null : `It gives ${sums[wrong]} instead of the 32-bit number ${expected[wrong]}.`;
}
