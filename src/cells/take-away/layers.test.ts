import * as tf from '@tensorflow/tfjs';
import JSZip from 'jszip';
import { beforeAll, describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../bench/node-host.mjs';
import type { Overrides } from '../../core/hyperparameters.ts';
import { createSimdTrainer } from '../../engines/simd/trainer.ts';
import type { CreateTrainer } from '../../engines/trainer.ts';
import { handlers } from './lab.ts';
import { configured, openSmallLab, unwatched } from './small-lab.fixture.ts';

const host = await createNodeHost(1);
const create: CreateTrainer = async (options) => createSimdTrainer(options, host);

beforeAll(async () => {
  await tf.setBackend('cpu');
});

interface Opened {
  readonly model: tf.LayersModel;
  readonly files: readonly string[];
  readonly ids: { readonly users: readonly string[]; readonly movies: readonly string[] };
}

async function open(zip: Blob): Promise<Opened> {
  const files = await JSZip.loadAsync(await zip.arrayBuffer());
  const read = async (name: string): Promise<string> => (await files.file(name)?.async('string')) ?? expect.fail();
  const { modelTopology, weightsManifest } = JSON.parse(await read('model.json'));
  const weightData = (await files.file('weights.bin')?.async('arraybuffer')) ?? expect.fail();
  const weightSpecs = weightsManifest[0].weights;
  const model = await tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
  return { model, files: Object.keys(files.files), ids: JSON.parse(await read('ids.json')) };
}

const MODELS: readonly (readonly [string, Overrides])[] = [
  ['dot product', { listWeight: 0 }],
  ['dot product of unequal sizes, squeezed', { listWeight: 0, userFactors: 6, output: 'sigmoid' }],
  ['dot product with a list', { listWeight: 0.5, target: 'min-max' }],
  ['MLP', { model: 'mlp', listWeight: 0 }],
  [
    'MLP with a sigmoid and dropout',
    { model: 'mlp', listWeight: 0, activation: 'sigmoid', dropout: 0.2, target: 'standardised' },
  ],
  [
    'hybrid with features',
    { model: 'hybrid', listWeight: 0, genres: true, releaseYear: true, ratedSet: true, ratingTime: true, userDrift: true },
  ],
  ['BPR', { loss: 'bpr', listWeight: 0 }],
];

describe.each(MODELS)('%s', (_, overrides) => {
  test('TensorFlow.js loads it, and it predicts what the page predicts', async () => {
    const lab = await openSmallLab(create);
    await lab.train({ configuration: configured({ ...overrides, epochs: 4 }) });
    const { model, ids, files } = await open(await handlers(lab.bench).make({ item: 'layers' }, unwatched()));
    expect(files.toSorted()).toEqual(['ids.json', 'index.html', 'model.json', 'weights.bin']);
    const { data, predictor } = lab.bench.inUse.peek() ?? expect.fail();
    const { userIds, movieIds } = data.ratings;
    expect(ids.users).toEqual(Array.from({ length: userIds.size }, (_, user) => String(userIds.idOf(user as never))));
    const users = Int32Array.from({ length: userIds.size }, (_, user) => user);
    const { stars } = await predictor.score(users);
    const pairs = Array.from(stars, (_, at) => [Math.floor(at / movieIds.size), at % movieIds.size] as const);
    const columns = [0, 1].map((side) =>
      tf.tensor2d(
        pairs.map((pair) => [pair[side] as number]),
        [pairs.length, 1],
        'int32',
      ),
    );
    const predicted = await (model.predict(columns) as tf.Tensor).data();
    expect(predicted).toHaveLength(stars.length);
    expect(Math.max(...stars.map((value, at) => Math.abs(value - (predicted[at] as number))))).toBeLessThan(1e-5);
    expect(new Set(stars).size).toBeGreaterThan(100);
  });
});

test('a model that ranks alone is refused', async () => {
  const lab = await openSmallLab(create);
  await lab.train({ configuration: configured({ listWeight: 1 }) });
  await expect(handlers(lab.bench).make({ item: 'layers' }, unwatched())).rejects.toMatchObject({ code: 'no-model' });
});
