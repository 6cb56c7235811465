import { expect, it } from 'vitest';
import { resolve } from '../../core/settings/defaults.ts';
import { recommendingCode } from './code.ts';

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
