import { expect, it } from 'vitest';
import { recommendingCode } from './code.ts';

it('asks for the user that is shown and leaves out what that user rated', () => {
  const code = recommendingCode(15, 10, 'dot');
  expect(code).toContain('user_id = 15\n');
  expect(code.indexOf('-np.inf')).toBeLessThan(code.indexOf('argsort'));
});

it('asks what was fitted; the most popular are ranked by how often they were rated', () => {
  expect(recommendingCode(15, 10, 'bias')).toContain('predicted = predict(');
  expect(recommendingCode(15, 10, 'bias')).not.toContain('model.predict');
  expect(recommendingCode(15, 10, 'popular')).toContain('ranking = np.bincount(movie_index[train]');
});
