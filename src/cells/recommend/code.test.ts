import { expect, it } from 'vitest';
import { resolve } from '../../core/settings/defaults.ts';
import { recommendingCode } from './code.ts';
import { foldingCode } from './folding-code.ts';

it('asks for the user that is shown and leaves out what that user rated', () => {
  const code = recommendingCode(15, resolve({}));
  expect(code).toContain('user_id = 15\n');
  expect(code.indexOf('-np.inf')).toBeLessThan(code.indexOf('argsort'));
});

it('asks what was fitted; the most popular are ranked by how often they were rated', () => {
  expect(recommendingCode(15, resolve({ model: 'bias' }))).toContain('predicted = predict(');
  expect(recommendingCode(15, resolve({ model: 'bias' }))).not.toContain('model.predict');
  expect(recommendingCode(15, resolve({ model: 'popular' }))).toContain('ranking = np.bincount(movie_index[train]');
});

it('shows stars within the rating scale, and scores as they are', () => {
  expect(recommendingCode(15, resolve({}))).toContain('predicted=np.clip(predicted[best], stars.min(), stars.max())');
  expect(recommendingCode(15, resolve({ loss: 'bpr' }))).toContain('predicted=predicted[best])');
});

it('asks for what is chosen of the list', () => {
  const request = {
    count: 20,
    rated: 'learned-out',
    discount: 0.5,
    genre: 'Film-Noir',
    years: [1940, null],
    titles: 'Laura',
  } as const;
  const code = recommendingCode(15, resolve({}), request);
  expect(code).toContain('[:20]');
  expect(code).toContain('movie_index[train][user_index[train] == row]');
  expect(code).toContain('ranking -= 0.5 * ranking.std()');
  expect(code).toContain('"Film-Noir" in genres');
  expect(code).toContain('ranking[~((year >= 1940))] = -np.inf');
  expect(code).toContain('["Laura"]');
  expect(recommendingCode(15, resolve({}), { count: 5, rated: 'in' })).not.toContain('user_index == row');
});

it('folds a user in where one ridge solution does it', () => {
  expect(foldingCode(resolve({ listWeight: 0 }))).toContain('[0.06] * q.shape[1] + [0.01]');
  expect(foldingCode(resolve({ loss: 'implicit' }))).toContain('user_ridges[row]');
  expect(
    [{}, { model: 'mlp' }, { listWeight: 0, genres: true }, { optimizer: 'gibbs' }].map((overrides) =>
      foldingCode(resolve(overrides as never)),
    ),
  ).toEqual(['', '', '', '']);
});
