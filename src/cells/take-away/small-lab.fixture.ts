import type { DataOrigin } from '../../core/data-source.ts';
import type { Overrides } from '../../core/hyperparameters.ts';
import { buildRatings } from '../../core/join-ratings.ts';
import { createRandom } from '../../core/random.ts';
import type { MovieRecord, Ratings } from '../../core/ratings.ts';
import { resolve } from '../../core/settings/defaults.ts';
import type { LoadedData } from '../../data/load.ts';
import type { Engine } from '../../engines/engine.ts';
import type { CreateTrainer } from '../../engines/trainer.ts';
import { openTestLab, type TestLab } from '../lab.fixture.ts';

export interface SmallShape {
  readonly users?: number;
  readonly movies?: number;
  /** The first id of each. */
  readonly from?: number;
  readonly texts?: boolean;
  readonly sha256?: string;
}

const MOVIES = (id: number): MovieRecord => ({
  id,
  title: id % 5 === 0 ? `=SUM(A${id}), The` : `Film ${id}`,
  year: id % 7 === 0 ? null : 1950 + id,
  genres: id % 3 === 0 ? ['Drama', 'War'] : ['Comedy'],
});

/** A third of all pairs, with times and titles. */
export function smallRatings({ users = 40, movies = 30, from = 1, texts = false }: SmallShape = {}): Ratings {
  const random = createRandom(7, 'small');
  const rows = Array.from({ length: users * movies }, (_, at) => ({ user: at % users, movie: Math.floor(at / users) })).filter(
    ({ user, movie }) => movie === user % movies || random.next() < 0.35,
  );
  const columns = {
    users: Int32Array.from(rows, ({ user }) => user + (texts ? 0 : from)),
    movies: Int32Array.from(rows, ({ movie }) => movie + from),
    stars: Float32Array.from(
      rows,
      ({ user, movie }) => 0.5 * (1 + ((user * 3 + movie * 5 + Math.floor(3 * random.next())) % 10)),
    ),
    timestamps: Uint32Array.from(rows, (_, at) => 1_000_000 + ((at * 7919) % 5000)),
    ...(texts && { userLabels: Array.from({ length: users }, (_, user) => `reader “${user}”`) }),
  };
  return buildRatings(
    columns,
    Array.from({ length: movies }, (_, at) => MOVIES(at + from)),
  );
}

/** The lab with these ratings loaded, on an engine that creates such trainers. */
export async function openSmallLab(create: CreateTrainer, shape: SmallShape = {}): Promise<TestLab> {
  const origin: DataOrigin = {
    ...{ kind: 'file', name: 'small.csv', file: 'small.csv', url: null, sha256: shape.sha256 ?? 'a'.repeat(64) },
    ...{ layout: null, fetchedAt: 7, release: null },
  };
  const data: LoadedData = { ratings: smallRatings(shape), origin, file: null, notes: [], elapsed: {} };
  const engine: Engine = {
    name: 'simd',
    label: 'SIMD',
    lost: new AbortController().signal,
    create,
    tensors: () => 0,
  };
  const lab = openTestLab(() => undefined, {
    loadData: async () => data,
    choose: async () => ({ engine, reason: 'It is the one under test.', checks: [] }),
  });
  await lab.load({ source: { kind: 'bundled', url: 'small.csv' } });
  return lab;
}

const SMALL: Overrides = {
  epochs: 2,
  userFactors: 4,
  movieFactors: 4,
  hidden: [6],
  batchSize: 64,
  minRatings: 1,
  seed: 3,
};

export const configured = (overrides: Overrides) => resolve({ ...SMALL, ...overrides });

/** What a call is given beside its arguments, where nobody listens. */
export const unwatched = (signal = new AbortController().signal) => ({
  report: () => undefined,
  signal,
  transfer: () => undefined,
});
