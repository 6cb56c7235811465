import { expect, test } from 'vitest';
import { PRESETS, type Preset } from '../core/presets.ts';
import { DATA_SIZES } from '../core/settings/data-size.ts';
import { presetOf, withPreset } from './preset.ts';

const BEST = PRESETS.find(({ label }) => label === 'Best error') as Preset;
const DEFAULT = PRESETS[0] as Preset;

test('a preset sets the model and its training and leaves split, seed and engine', () => {
  const before = { model: 'mlp', seed: 7, validationShare: 0.2, engine: 'simd', minRatings: 3, epochs: 99 } as const;
  const kept = { seed: 7, validationShare: 0.2, engine: 'simd', minRatings: 3 };
  expect(withPreset(before, DEFAULT)).toEqual(kept);
  expect(withPreset(before, BEST)).toEqual({ ...kept, ...BEST.overrides });
});

test('each preset is recognised until a setting of it is changed', () => {
  for (const [preset, size] of PRESETS.flatMap((preset) => DATA_SIZES.map((size) => [preset, size] as const))) {
    const overrides = withPreset({ seed: 3 }, preset);
    expect(presetOf(overrides, size)).toBe(preset);
    expect(presetOf({ ...overrides, epochs: 77 }, size)).toBeNull();
  }
  for (const size of DATA_SIZES) expect(presetOf({}, size)).toBe(DEFAULT);
  expect(presetOf({ engine: 'webgl' }, 'small')).toBe(DEFAULT);
  expect(presetOf({ epochs: 8 }, 'small')).toBe(DEFAULT);
  expect(presetOf({ epochs: 8 }, 'large')).toBeNull();
});
