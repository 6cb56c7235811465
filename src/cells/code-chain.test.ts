import { describe, expect, test } from 'vitest';
import type { DataLayout } from '../core/data-source.ts';
import type { DimensionName } from '../core/explore/dimension.ts';
import type { ExploreView } from '../core/explore/view.ts';
import { NO_FEATURES } from '../core/features.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { BASELINE_NAMES } from '../core/model-name.ts';
import { resolve } from '../core/settings/defaults.ts';
import { createTarget } from '../core/target.ts';
import { networkOf } from '../models/registry.ts';
import { loadingCode } from './data/code/code.ts';
import type { CodeData } from './data/code/code-data.ts';
import { evaluatingCode } from './evaluate/code.ts';
import { exploringCode } from './explore/code.ts';
import { baselineCode } from './model/baseline-code.ts';
import { modelCode } from './model/code.ts';
import { recommendingCode } from './recommend/code.ts';
import { splitCode } from './split/code.ts';
import { trainingCode } from './train/code.ts';
import { fittingCode } from './train/fitting-code.ts';

const scale = { min: 0.5, max: 5, step: 0.5 };
const FILE: CodeData = {
  kind: 'file',
  file: 'mine.zip',
  sha256: 'abc',
  layout: null,
  users: 600,
  movies: 900,
  ratings: 100_000,
  scale,
  words: { item: 'movie', items: 'movies', unit: 'star', units: 'stars' },
  notes: [],
  firstTimestamp: 1,
  firstUserId: 1,
  firstMovieId: 1,
};
const AT = { user: 0, item: 1, rating: 2, timestamp: 3 };
const BARE = { container: null, file: 'x', hasTitles: false, hasUsers: false } as const;
const ZIP = { container: 'zip', file: 'x', hasTitles: true, hasUsers: true } as const;
const FORMAT = {
  encoding: 'utf-8',
  separator: ',',
  carriageReturns: false,
  skip: 0,
  hasHeader: false,
  decimal: '.',
  time: 'plain',
} as const;
const TABLE = { header: null, at: AT, format: FORMAT } as const;
const KEYS = { user: 'a', item: 'b', rating: 'c', timestamp: 'd' };

const LAYOUTS: Readonly<Record<string, DataLayout>> = {
  'zip of tables': { ...ZIP, format: 'table', hasUsers: false, columns: TABLE },
  table: { ...BARE, format: 'table', columns: TABLE },
  'table with titles': { ...BARE, format: 'table', columns: { ...TABLE, at: { ...AT, title: 4 } } },
  blocks: { ...BARE, format: 'blocks', columns: null },
  'tar of tables': { ...ZIP, container: 'tar', format: 'table', hasUsers: false, columns: TABLE },
  'JSON lines': { ...BARE, format: 'json-lines', columns: KEYS },
  'MovieLens 1M': { ...ZIP, format: 'dat', columns: null },
  'MovieLens 10M': { ...ZIP, format: 'dat', hasUsers: false, columns: null },
  'ratings.dat': { ...BARE, format: 'dat', columns: null },
  'MovieLens 100K': { ...ZIP, format: 'u.data', columns: null },
};
const SOURCES: readonly (readonly [string, CodeData])[] = [
  ...Object.entries(LAYOUTS).map(([name, layout]) => [name, { ...FILE, layout }] as const),
  ['synthetic', { ...FILE, kind: 'synthetic', file: null, sha256: null }],
];

/** What the cells take from each other. */
const SHARED =
  'np pd keras ratings catalogue user_ids user_index movie_ids movie_index n_users n_movies stars train validation test model offset scale fit predict list_head'.split(
    ' ',
  );

const withoutWords = (code: string): string => code.replace(/#.*$/gm, '').replace(/"""[\s\S]*?"""|"(\\.|[^"\\\n])*"/g, '""');

/** Names that are assigned, imported or defined. */
function definedBy(code: string): ReadonlySet<string> {
  const assigned = [...code.matchAll(/^[ \t]*([a-z_]\w*(?:, [a-z_]\w*)*) = /gm)].flatMap(([, names = '']) => names.split(', '));
  const imported = [...code.matchAll(/^import (?:\w+ as )?(\w+)$/gm)].map(([, name = '']) => name);
  const functions = [...code.matchAll(/^def (\w+)/gm)].map(([, name = '']) => name);
  return new Set([...assigned, ...imported, ...functions]);
}

/** Shared names that stand for themselves: neither an attribute nor the name of an argument. `users` is one in functions too. */
const usedBy = (code: string): readonly string[] => [
  ...SHARED.filter((name) => new RegExp(`(?<![.\\w])${name}\\b(?! ?=[^=])`).test(code)),
  ...(/\.map\(users\./.test(code) ? ['users'] : []),
];

function missingIn(cells: readonly string[]): readonly string[] {
  const known = new Set<string>();
  return cells.map(withoutWords).flatMap((code) => {
    for (const name of definedBy(code)) known.add(name);
    return usedBy(code).filter((name) => !known.has(name));
  });
}

const view = (names: readonly DimensionName[]): ExploreView['dimensions'] =>
  names.map((name) => ({ name, counts: 'ratings', bars: [{ label: '1', from: 1, to: 1, count: 1 }] }));

function cellsOf(data: CodeData, configuration: Configuration): readonly string[] {
  const hasUsers = data.layout?.hasUsers ?? false;
  const names: DimensionName[] = ['stars', 'userActivity', 'time', 'genre', ...(hasUsers ? (['gender', 'age'] as const) : [])];
  const filters = Object.fromEntries(names.map((name) => [name, [0]]));
  const stars = { mean: 3, deviation: 1 };
  const target = createTarget(configuration.target, scale, stars);
  const size = { users: data.users, movies: data.movies, scale, stars, target, features: NO_FEATURES };
  return [
    loadingCode(data),
    exploringCode(filters, 50, view(names)),
    splitCode(configuration),
    modelCode(networkOf(configuration).build(configuration, size), 1, configuration.listWeight),
    trainingCode(configuration),
    recommendingCode(1, configuration),
    evaluatingCode(configuration, { k: 10, threshold: 4 }),
  ];
}

describe.each(SOURCES)('%s: a cell’s Python uses what those before it define', (_, data) => {
  test.each(['random', 'time-cut', 'leave-last'] as const)('split: %s', (split) => {
    expect(missingIn(cellsOf(data, resolve({ split, testShare: 0.1, testPerUser: 1 })))).toEqual([]);
  });

  test.each([
    { optimizer: 'sgd-by-rating' },
    { optimizer: 'sgd-by-rating', biases: false, schedule: 'cosine', patience: 2 },
    { loss: 'bpr' },
    { loss: 'bpr', negatives: '3', dislikes: true },
    { loss: 'softmax', negatives: '7', negativesBy: 'popularity' },
  ] as const)('groups: %o', (overrides) => {
    expect(missingIn(cellsOf(data, resolve(overrides)))).toEqual([]);
  });

  test.each([0.5, 1])('list: %s', (listWeight) => {
    expect(missingIn(cellsOf(data, resolve({ listWeight })))).toEqual([]);
  });

  test('gravity', () => {
    expect(missingIn(cellsOf(data, resolve({ listWeight: 0, gravity: 3 })))).toEqual([]);
  });

  test.each(BASELINE_NAMES)('baseline: %s', (model) => {
    const configuration = resolve({ model });
    const cells = [
      loadingCode(data),
      splitCode(configuration),
      baselineCode(model, configuration),
      fittingCode(configuration),
      recommendingCode(1, configuration),
      evaluatingCode(configuration, { k: 10, threshold: 4 }),
    ];
    expect(missingIn(cells)).toEqual([]);
  });

  test('the columns that filters and splits go by are there', () => {
    const code = loadingCode(data);
    const readsTime = /names=\[[^\]]*"timestamp"/.test(code) || /"timestamp"\]/.test(code);
    expect([readsTime, /genres/.test(code) || /movies\.csv/.test(code)]).toEqual([true, true]);
  });
});

test('what is missing would be found', () => {
  expect(missingIn(['import numpy as np\nstars = np.ones(3)\n', 'print(stars[train], ids.map(users.age))\n'])).toEqual([
    'train',
    'users',
  ]);
});
