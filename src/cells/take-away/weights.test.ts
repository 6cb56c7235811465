import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../bench/node-host.mjs';
import type { Overrides } from '../../core/hyperparameters.ts';
import type { NamedArray } from '../../data/named-array.ts';
import { writeNpz } from '../../data/npz.ts';
import { readNpz } from '../../data/read-npz.ts';
import { readSafetensors, writeSafetensors } from '../../data/safetensors.ts';
import { createSimdTrainer } from '../../engines/simd/trainer.ts';
import type { CreateTrainer } from '../../engines/trainer.ts';
import type { TestLab } from '../lab.fixture.ts';
import type { TakeAwayCalls } from './contract.ts';
import { handlers } from './lab.ts';
import { configured, openSmallLab, type SmallShape, unwatched } from './small-lab.fixture.ts';

const host = await createNodeHost(1);
const create: CreateTrainer = async (options) => createSimdTrainer(options, host);

type Weights = 'safetensors' | 'npz';

async function trained(overrides: Overrides, shape: SmallShape = {}): Promise<TestLab> {
  const lab = await openSmallLab(create, shape);
  await lab.train({ configuration: configured(overrides) });
  return lab;
}

const saved = async (lab: TestLab, item: Weights): Promise<Blob> => await handlers(lab.bench).make({ item }, unwatched());

const opened = async (lab: TestLab, file: Blob): Promise<TakeAwayCalls['openWeights']['reply']> =>
  await handlers(lab.bench).openWeights({ file: new File([file], 'mine.npz') }, unwatched());

/** Of every user, as the model in use ranks and shows them. */
async function scores(lab: TestLab): Promise<readonly number[]> {
  const { data, predictor } = lab.bench.inUse.peek() ?? expect.fail();
  const all = await predictor.score(Int32Array.from({ length: data.ratings.userIds.size }, (_, user) => user));
  return [...all.stars, ...all.ranking];
}

const MODELS: readonly (readonly [string, Overrides])[] = [
  ['dot product', { listWeight: 0 }],
  ['dot product with a list', { listWeight: 0.8 }],
  ['list alone', { listWeight: 1 }],
  ['MLP', { model: 'mlp', listWeight: 0 }],
  [
    'hybrid with features',
    { model: 'hybrid', listWeight: 0, genres: true, releaseYear: true, ratedSet: true, ratingTime: true, userDrift: true },
  ],
  ['standardised target', { listWeight: 0, target: 'standardised' }],
  ['BPR', { loss: 'bpr', listWeight: 0 }],
  ['iALS', { loss: 'implicit', listWeight: 0 }],
];

describe.each(MODELS)('%s', (_, overrides) => {
  test.each(['safetensors', 'npz'] as const)('out as .%s and in again it predicts the same, bit for bit', async (item) => {
    const lab = await trained(overrides);
    const before = await scores(lab);
    const file = await saved(lab, item);
    const fresh = await openSmallLab(create);
    const { users, movies, otherData } = await opened(fresh, file);
    expect(await scores(fresh)).toEqual(before);
    expect([users, movies, otherData]).toEqual([
      { both: 40, inFileAlone: 0, inDataAlone: 0 },
      { both: 30, inFileAlone: 0, inDataAlone: 0 },
      null,
    ]);
  });
});

test('its errors are those that it was trained to', async () => {
  const lab = await openSmallLab(create);
  const { test: _, ...end } = await lab.train({ configuration: configured({ listWeight: 0, testShare: 0.2 }) });
  expect(end.outcome).toBe('done');
  const history = lab.bench.inUse.peek()?.network?.checkpoint.history ?? expect.fail();
  const { record } = await opened(await openSmallLab(create), await saved(lab, 'npz'));
  expect(record.epochs[0]?.validationError).toBeCloseTo(history.at(-1)?.validationError as number, 6);
  expect(record.test?.error).toBeGreaterThan(0);
});

test('ids that are texts come back too', async () => {
  const lab = await trained({ listWeight: 0 }, { texts: true });
  const before = await scores(lab);
  for (const item of ['safetensors', 'npz'] as const) {
    const fresh = await openSmallLab(create, { texts: true });
    await opened(fresh, await saved(lab, item));
    expect(await scores(fresh)).toEqual(before);
  }
});

test('on other data rows are matched by id, and the others counted', async () => {
  const lab = await trained({ listWeight: 0 });
  const other = await openSmallLab(create, { users: 35, movies: 30, from: 11, sha256: 'b'.repeat(64) });
  const { users, movies, otherData } = await opened(other, await saved(lab, 'safetensors'));
  expect(users).toEqual({ both: 30, inFileAlone: 10, inDataAlone: 5 });
  expect(movies).toEqual({ both: 20, inFileAlone: 10, inDataAlone: 10 });
  expect(otherData).toBe('small.csv');
  const [own, there] = [lab, other].map(({ bench }) => bench.inUse.peek() ?? expect.fail());
  const predict = (model: typeof own, user: number, movie: number) => {
    const { userIds, movieIds } = (model ?? expect.fail()).data.ratings;
    const pair = { users: Int32Array.of(userIds.indexOf(user) ?? -1), movies: Int32Array.of(movieIds.indexOf(movie) ?? -1) };
    return model?.predictor.predict(pair);
  };
  for (const id of [11, 20, 30]) expect(await predict(there, id, id)).toEqual(await predict(own, id, id));
});

describe('a file is refused in one sentence, and the model in use stays', () => {
  async function arraysOf(lab: TestLab): Promise<{ arrays: NamedArray[]; model: string }> {
    const { arrays, metadata } = await readSafetensors(await saved(lab, 'safetensors'));
    const named = [...arrays].map(([name, { shape, values }]) => ({ name, shape, values: values as NamedArray['values'] }));
    return { arrays: named, model: metadata.model as string };
  }
  const META = { format: 'matinee-weights', version: '1' };

  async function refusal(file: Blob): Promise<string> {
    const lab = await trained({ listWeight: 0 });
    const before = lab.bench.inUse.peek();
    const thrown = await opened(lab, file).then(
      () => expect.fail('It was opened'),
      (error: unknown) => error as { code: string; message: string; remedy: string },
    );
    expect(thrown.code).toBe('weights-unreadable');
    expect(thrown.remedy).not.toBe('');
    expect(lab.bench.inUse.peek()).toBe(before);
    expect((await scores(lab)).every(Number.isFinite)).toBe(true);
    return thrown.message;
  }

  test.each<readonly [string, string, (parts: { arrays: NamedArray[]; model: string }) => Blob]>([
    ['of another program', 'The file holds the weights of another program.', ({ arrays }) => writeSafetensors(arrays, {})],
    [
      'of another version',
      'The file was written by another version of this page.',
      ({ arrays, model }) => writeSafetensors(arrays, { ...META, version: '2', model }),
    ],
    [
      'with NaN',
      'The file has numbers in “user_bias/embeddings” that are infinite or no numbers.',
      ({ arrays, model }) =>
        writeSafetensors(
          arrays.map((each) =>
            each.name === 'user_bias/embeddings' ? { ...each, values: new Float32Array(40).fill(Number.NaN) } : each,
          ),
          { ...META, model },
        ),
    ],
    [
      'of another shape',
      'The file has a table “movie_bias/embeddings” of 15 × 2, where 30 × 1 was expected.',
      ({ arrays, model }) =>
        writeSafetensors(
          arrays.map((each) => (each.name === 'movie_bias/embeddings' ? { ...each, shape: [15, 2] } : each)),
          { ...META, model },
        ),
    ],
    [
      'without a table',
      'The file has no table “user_factors/embeddings”.',
      ({ arrays, model }) =>
        writeSafetensors(
          arrays.filter(({ name }) => name !== 'user_factors/embeddings'),
          { ...META, model },
        ),
    ],
    [
      'with a table too many',
      'The file has an array “more” that its model has no place for.',
      ({ arrays, model }) =>
        writeSafetensors([...arrays, { name: 'more', shape: [1], values: Float32Array.of(1) }], { ...META, model }),
    ],
    [
      'whose layers are not those of its settings',
      'The file describes a model that its settings do not give.',
      ({ arrays, model }) =>
        writeSafetensors(arrays, { ...META, model: model.replace('"axes"', '').replace('"match"', '"other"') }),
    ],
    [
      'whose settings nobody knows',
      'The file has settings that this version of the page does not know.',
      ({ arrays, model }) => writeSafetensors(arrays, { ...META, model: model.replace('"model": "dot"', '"model": "magic"') }),
    ],
    [
      'with a user twice',
      'The file has two rows for one user.',
      ({ arrays, model }) =>
        writeSafetensors(
          arrays.map((each) => (each.name === 'user_ids' ? { ...each, values: new Int32Array(40).fill(1) } : each)),
          { ...META, model },
        ),
    ],
  ])('%s', async (_, sentence, alter) => {
    expect(await refusal(alter(await arraysOf(await trained({ listWeight: 0 }))))).toBe(sentence);
  });

  test('of other ids alone', async () => {
    const far = await trained({ listWeight: 0 }, { from: 1000 });
    expect(await refusal(await saved(far, 'npz'))).toBe('The file has none of the users of the data that is loaded.');
  });

  test('that is text', async () => {
    expect(await refusal(new Blob(['user,item,rating\n1,2,3\n']))).toBe('The file is neither a .safetensors nor an .npz.');
  });
});

test('the two containers hold the same', async () => {
  const lab = await trained({ listWeight: 0.5 });
  const tensors = await readSafetensors(await saved(lab, 'safetensors'));
  const zip = await readNpz(await saved(lab, 'npz'), ['model.json']);
  expect(zip.arrays).toEqual(tensors.arrays);
  expect(zip.texts.get('model.json')).toBe(tensors.metadata.model);
});

test('a training run is not disturbed by a file', async () => {
  const lab = await trained({ listWeight: 0 });
  const file = await saved(lab, 'npz');
  const going = lab.train({ configuration: configured({ epochs: 50 }) });
  await expect(opened(lab, file)).rejects.toMatchObject({ code: 'busy' });
  lab.stop();
  await going;
});

test('an .npz of something else is refused', async () => {
  const lab = await openSmallLab(create);
  const file = new Blob([await writeNpz([{ name: 'a', shape: [1], values: Int32Array.of(1) }], {})]);
  await expect(opened(lab, file)).rejects.toMatchObject({ message: 'The file does not say which model its weights are of.' });
});
