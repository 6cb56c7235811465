import { describe, expect, test } from 'vitest';
import { aimOf, defaultsOn, overridesOn, settingsOfAim } from './aim.ts';
import type { Overrides } from './hyperparameters.ts';
import { NETWORK_NAMES } from './model-name.ts';
import { likingsOf } from './preferences.ts';
import type { Ratings } from './ratings.ts';
import { DATA_SIZES, type DataSize } from './settings/data-size.ts';
import { resolve } from './settings/defaults.ts';

const FEEDBACKS = ['counts', 'equal', 'events'] as const;
const on = (overrides: Overrides, size: DataSize = 'small') => resolve(overridesOn('counts', overrides), size);

describe('where ratings do not tell what is liked less', () => {
  test.each(FEEDBACKS)('%s: every model starts with the list alone', (feedback) => {
    for (const model of NETWORK_NAMES)
      for (const size of DATA_SIZES) {
        const configuration = resolve(overridesOn(feedback, { model }), size);
        expect(aimOf(configuration)).toBe('list');
        const { loss, listWeight, liked } = defaultsOn(feedback, { model }, size);
        expect({ loss, listWeight, liked }).toEqual({
          loss: configuration.loss,
          listWeight: configuration.listWeight,
          liked: configuration.liked,
        });
      }
  });

  test('whatever there is counts as liked, also by EASE', () => {
    expect(on({}).liked).toBe('all');
    expect(on({ model: 'ease' }).liked).toBe('all');
    expect(on({ liked: 'mean' }).liked).toBe('mean');
  });

  test('an engine without lists learns it by pairs', () => expect(on({ engine: 'wasm' }).loss).toBe('bpr'));

  test('an aim that was chosen stays', () => {
    for (const model of NETWORK_NAMES)
      for (const aim of ['stars', 'both', 'list'] as const)
        for (const size of DATA_SIZES) {
          const chosen = { model, ...settingsOfAim(aim, { model }, size) };
          expect(aimOf(on(chosen, size))).toBe(aim);
        }
  });

  test('stars are as they always were', () => expect(overridesOn('ratings', { epochs: 3 })).toEqual({ epochs: 3 }));
});

test('of counts the high ones are all', () => {
  const stars = Float32Array.of(1, 2, 500);
  const ratings = { users: Int32Array.of(0, 0, 1), stars, scale: { min: 1, max: 500, step: 1, likedFrom: 1 } } as Ratings;
  expect([...likingsOf('high', ratings, Int32Array.of(0, 1, 2)).positions]).toEqual([0, 1, 2]);
});
