import { expect, test } from 'vitest';
import { UNCLEANED } from '../../../core/clean/cleaning.ts';
import { MOVIES } from '../../../core/vocabulary.ts';
import type { CodeData } from './code-data.ts';
import { tidying } from './tidying.ts';

const DATA: CodeData = {
  kind: 'file',
  file: 'a.csv',
  sha256: null,
  layout: null,
  users: 9,
  movies: 9,
  ratings: 50,
  scale: { min: 1, max: 5, step: 1 },
  notes: [],
  firstTimestamp: null,
  firstUserId: 1,
  firstMovieId: 1,
  words: MOVIES,
};
const note = (kind: CodeData['notes'][number]['kind']) => ({ kind, count: 1, rule: '' });
const codeOf = (changed: Partial<CodeData>): string => tidying({ ...DATA, ...changed });

test('all that is done stands there, in its order', () => {
  const code = codeOf({
    cleaning: { ...UNCLEANED, notRated: [-1, 0], least: 2, most: 4, repeats: 'mean', perUser: 5, perItem: 3, values: 'log1p' },
    notes: [note('duplicate-ratings'), note('out-of-scale')],
    readScale: { min: 2, max: 4, step: 1 },
    scale: { min: 1.1, max: 1.6, step: 0 },
  });
  const parts = [
    'ratings[~ratings.rating.isin([-1, 0])]',
    'ratings.rating >= 2',
    'ratings.rating <= 4',
    'ratings.rating.between(2, 4)',
    'rating.transform("mean")',
    'drop_duplicates',
    'userId.transform("size") >= 5',
    'movieId.transform("size") >= 3',
    'np.log1p(ratings.rating)',
  ];
  const places = parts.map((part) => code.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('what was guessed and left out is left out there', () => {
  const suspects = [
    { value: 99, count: 3, isLeftOut: true },
    { value: 0, count: 3, isLeftOut: false },
  ];
  expect(codeOf({ suspects })).toContain('isin([99])');
  expect(codeOf({ suspects, cleaning: { ...UNCLEANED, notRated: [] } })).not.toContain('isin');
});

test('repeated counts are added up, repeated stars are not', () => {
  const notes = [note('duplicate-ratings')];
  expect(codeOf({ notes, feedback: 'counts' })).toContain('transform("sum")');
  expect(codeOf({ notes })).not.toContain('transform');
});

test('nothing stands there where nothing was done', () => {
  expect(codeOf({})).toBe(codeOf({ cleaning: UNCLEANED }));
  expect(codeOf({})).not.toMatch(/isin|transform|log1p|while/);
});
