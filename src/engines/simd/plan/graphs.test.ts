import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../../bench/node-host.mjs';
import { createRandom } from '../../../core/random.ts';
import type { EmbeddingNode, Graph, Node } from '../../../models/graph.ts';
import { initialWeights } from '../../../models/initial-weights.ts';
import { createReferenceTrainer } from '../../reference/trainer.ts';
import type { OptimizerName, TrainerOptions } from '../../trainer.ts';
import { createSimdTrainer } from '../trainer.ts';

const hosts = [await createNodeHost(1), await createNodeHost(2)];

const initializer = { kind: 'normal', deviation: 0.3 } as const;
const embedding = (name: string, of: 'user' | 'movie', width: number): EmbeddingNode => ({
  kind: 'embedding',
  name,
  of,
  rows: of === 'user' ? 30 : 20,
  width,
  initializer,
  l2: 0.01,
});
const dense = (name: string, input: string, width: number, useBias = true): Node => ({
  kind: 'dense',
  name,
  input,
  width,
  useBias,
  initializer,
});
const activation = (name: string, input: string, kind: 'relu' | 'sigmoid'): Node => ({
  kind: 'activation',
  name,
  input,
  activation: kind,
});
const dropout = (name: string, input: string): Node => ({ kind: 'dropout', name, input, rate: 0.3 });
const scale = (name: string, input: string, factor: number): Node => ({ kind: 'scale', name, input, factor, offset: 0.1 });

/** Graphs that no model of ours has: every kind of node after every other, values that are read more than once. */
const GRAPHS: Readonly<Record<string, readonly Node[]>> = {
  'dot and dense layers over the same embeddings': [
    embedding('u', 'user', 6),
    embedding('m', 'movie', 6),
    { kind: 'dot', name: 'match', inputs: ['u', 'm'] },
    { kind: 'concat', name: 'both', inputs: ['u', 'm'] },
    dense('hidden', 'both', 5),
    activation('active', 'hidden', 'relu'),
    { kind: 'concat', name: 'all', inputs: ['match', 'active', 'u'] },
    dense('score', 'all', 1),
  ],
  'wide sums, sigmoid, dropout and scale before a dot': [
    embedding('u', 'user', 5),
    embedding('m', 'movie', 3),
    dense('pu', 'u', 9),
    dense('pm', 'm', 9, false),
    { kind: 'add', name: 'sum', inputs: ['pu', 'pm', 'pu'] },
    activation('bent', 'sum', 'sigmoid'),
    dropout('thin', 'bent'),
    scale('scaled', 'thin', 1.5),
    { kind: 'dot', name: 'match', inputs: ['scaled', 'pm'] },
  ],
  'a value times itself': [
    embedding('u', 'user', 4),
    { kind: 'dot', name: 'norm', inputs: ['u', 'u'] },
    embedding('m', 'movie', 1),
    { kind: 'dot', name: 'square', inputs: ['m', 'm'] },
    { kind: 'add', name: 'sum', inputs: ['norm', 'square', 'm'] },
  ],
  'columns through dense layers': [
    embedding('u', 'user', 1),
    embedding('m', 'movie', 1),
    dense('wide', 'u', 7),
    dropout('thin', 'wide'),
    dense('narrow', 'thin', 1),
    activation('bent', 'narrow', 'sigmoid'),
    dropout('column', 'bent'),
    { kind: 'concat', name: 'both', inputs: ['m', 'column'] },
    dense('score', 'both', 1, false),
  ],
  'biases alone': [
    embedding('u', 'user', 1),
    embedding('m', 'movie', 1),
    { kind: 'add', name: 'sum', inputs: ['u', 'm'] },
    scale('once', 'sum', 0.5),
    scale('twice', 'once', 1),
  ],
  'parts of dense layers that alternate between users, movies and pairs': [
    embedding('u', 'user', 5),
    embedding('v', 'user', 3),
    embedding('m', 'movie', 5),
    { kind: 'dot', name: 'match', inputs: ['u', 'm'] },
    dropout('thin', 'v'),
    dense('pv', 'thin', 6),
    scale('twice', 'pv', 2),
    { kind: 'add', name: 'sum', inputs: ['pv', 'twice'] },
    { kind: 'concat', name: 'side_by_side', inputs: ['u', 'sum', 'm', 'match', 'v', 'm'] },
    dense('hidden', 'side_by_side', 11),
    activation('active', 'hidden', 'relu'),
    dense('column', 'side_by_side', 1),
    { kind: 'concat', name: 'all', inputs: ['column', 'active', 'pv'] },
    dropout('less', 'all'),
    dense('score', 'less', 1),
    dropout('last', 'score'),
  ],
  'users alone, an embedding that nothing reads, an embedding dropped out': [
    embedding('idle', 'movie', 3),
    embedding('u', 'user', 4),
    dropout('thin', 'u'),
    activation('bent', 'thin', 'relu'),
    { kind: 'add', name: 'sum', inputs: ['bent', 'thin'] },
    dense('score', 'sum', 1),
  ],
};

function optionsFor(graph: Graph, optimizer: OptimizerName): TrainerOptions {
  const random = createRandom(5, 'graphs');
  const pick = (size: number) => Int32Array.from({ length: 61 }, () => Math.floor(random.next() * size));
  const targets = Float32Array.from({ length: 61 }, () => random.next());
  const examples = { users: pick(30), movies: pick(20), targets };
  return { graph, weights: initialWeights(graph, 3), examples, optimizer, momentum: 0.9, clip: 0.02, batchSize: 26, seed: 11 };
}

describe.each(Object.entries(GRAPHS))('%s', (_, nodes) => {
  test.each(['adam', 'lazy-adam', 'sgd', 'adagrad'] as const)('trains like the reference: %s', async (optimizer) => {
    const options = optionsFor({ nodes }, optimizer);
    const { users, movies } = options.examples;
    const order = Int32Array.from(users, (_, i) => i);
    const reference = createReferenceTrainer(options);
    const engines = await Promise.all(hosts.map((host) => createSimdTrainer(options, host)));
    for (const trainer of [reference, ...engines]) {
      for (let epoch = 0; epoch < 5; epoch++) {
        trainer.beginEpoch(order);
        for (const index of [0, 1, 2]) trainer.step(index, 0.02);
      }
    }
    const expected = await reference.predict(users, movies);
    const { total } = await reference.takeLoss();
    for (const engine of engines) {
      const actual = await engine.predict(users, movies);
      expect(actual.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (expected[i] as number))), 0)).toBeLessThan(
        1e-4,
      );
      expect(Math.abs((await engine.takeLoss()).total / total - 1)).toBeLessThan(1e-4);
      engine.dispose();
    }
  });
});
