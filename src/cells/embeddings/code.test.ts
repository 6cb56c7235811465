import { describe, expect, test } from 'vitest';
import { NO_FEATURES } from '../../core/features.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { networkOf } from '../../models/registry.ts';
import { embeddingsCode } from './code.ts';

const SIZE = {
  users: 30,
  movies: 40,
  scale: { min: 1, max: 5, step: 1 },
  stars: { mean: 3, deviation: 1 },
  target: { offset: 0, scale: 1 },
  features: { ...NO_FEATURES, genres: 3, periods: 5 },
};
const codeOf = (
  overrides: Parameters<typeof resolve>[0],
  view: 'similar' | 'numbers' | 'map' = 'similar',
  method: 'pca' | 'umap' | 'tsne' = 'pca',
) => {
  const configuration = resolve(overrides);
  return embeddingsCode({ view, method, movieId: 7 }, configuration, networkOf(configuration).build(configuration, SIZE));
};

describe('the Python of the cell', () => {
  test('reads the table of a plain model', () => {
    expect(codeOf({})).toContain('vectors = model.get_layer("movie_factors").get_weights()[0]');
    expect(codeOf({})).toContain('row = np.searchsorted(movie_ids, 7)');
  });

  test('asks the layer that adds features, with all inputs of the model', () => {
    const code = codeOf({ genres: true, ratingTime: true });
    expect(code).toContain('model.get_layer("movie_vector").output');
    expect(code).toContain('inner.predict([np.zeros(n_movies, "int32"), np.arange(n_movies), np.zeros(n_movies, "int32")]');
  });

  test('has biases only where the model has', () => {
    expect(codeOf({}, 'numbers')).toContain('get_layer("movie_bias")');
    expect(codeOf({ biases: false }, 'numbers')).not.toContain('movie_bias');
  });

  test('lays out by the method that is chosen', () => {
    expect(codeOf({}, 'map')).not.toContain('umap');
    expect(codeOf({}, 'map', 'tsne')).toContain('TSNE(perplexity=30, init=1e-4 * places / places[:, 0].std())');
    expect(codeOf({ seed: 9 }, 'map', 'umap')).toContain('umap.UMAP(metric="cosine", init=start, random_state=9)');
  });

  test.each([
    ['ease', 'b[row]'],
    ['neighbours', 'similarity[row]'],
    ['mean', '# This model has no embeddings'],
  ] as const)('of %s', (model, words) => {
    expect(embeddingsCode({ view: 'similar', method: 'pca', movieId: 'x' }, resolve({ model }), null)).toContain(words);
  });
});
