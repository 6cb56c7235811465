import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../core/hyperparameters.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { createTarget } from '../../core/target.ts';
import { networkOf } from '../../models/registry.ts';
import { modelCode } from './code.ts';

const scale = { min: 0.5, max: 5, step: 0.5 };
const stars = { mean: 3.5, deviation: 1 };

function codeOf(overrides: Partial<Configuration>): string {
  const configuration = resolve(overrides);
  const target = createTarget(configuration.target, scale, stars);
  const graph = networkOf(configuration).build(configuration, { users: 671, movies: 9066, scale, stars, target });
  return modelCode(graph, configuration.seed);
}

describe('modelCode', () => {
  it('writes the dot product with the settings as they stand', () => {
    const code = codeOf({ userFactors: 32, movieFactors: 32, l2: 0.02, seed: 7 });
    expect(code).toContain('n_users, 32, embeddings_initializer=keras.initializers.RandomNormal(stddev=0.05)');
    expect(code).toContain('movie_factors = RowsL2(0.02)(movie_factors)');
    expect(code).toContain('match = layers.Dot(axes=1, name="match")([user_factors, movie_factors])');
    expect(code).toContain('centred = layers.Rescaling(1, offset=3.5, name="centred")(sum)');
    expect(code).toContain('keras.utils.set_random_seed(7)');
    expect(code).toContain('keras.Model([user, movie], centred)');
  });

  it('writes the layers of an MLP in order', () => {
    const code = codeOf({ model: 'mlp', hidden: [16], dropout: 0.25, activation: 'sigmoid' });
    const order = ['layers.Concatenate', 'layers.Dense(16', '"sigmoid", name="active_1"', 'Dropout(0.25', 'layers.Dense(1,'];
    const places = order.map((text) => code.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('adds gravity by the two Gramians, where there is any', () => {
    expect(codeOf({ listWeight: 0, gravity: 3 })).toContain(
      'gravity = Gravity(model.get_layer("user_factors"), model.get_layer("movie_factors"), 3)',
    );
    expect(codeOf({ listWeight: 0 })).not.toContain('Gravity');
  });

  it('leaves the regulariser out where nothing is regularised', () => {
    expect(codeOf({ l2: 0, biasL2: 0 })).not.toContain('RowsL2');
  });

  it('defines every name before it is used', () => {
    for (const overrides of [{}, { userFactors: 8 }, { model: 'mlp' }, { output: 'sigmoid' }] as const) {
      const code = codeOf(overrides);
      const defined = new Set(['user', 'movie']);
      for (const [, name, args] of code.matchAll(/^(\w+) = layers\.(?:.|\n)*?\n?\)?\(\[?([\w, ]+)\]?\)$/gm)) {
        for (const input of (args as string).split(', ')) expect(defined).toContain(input);
        defined.add(name as string);
      }
      expect(defined.size).toBeGreaterThan(4);
    }
  });

  it('says what is missing without data', () => {
    expect(modelCode(null, 1)).toMatch(/^# .*data/);
  });
});
