import { expect, it } from 'vitest';
import { resolve } from '../../../core/settings/defaults.ts';
import { DEFAULTS } from '../../../core/settings/tuned.ts';
import { mainSettings } from './main-settings.ts';

it('shows at most five sliders, of every model those that it has', () => {
  expect(mainSettings(DEFAULTS.dot)).toEqual(['learningRate', 'epochs', 'userFactors', 'movieFactors', 'l2']);
  expect(mainSettings(DEFAULTS.mlp)).toEqual(['learningRate', 'epochs', 'userFactors', 'movieFactors', 'l2']);
  expect(mainSettings(resolve({ loss: 'implicit' }))).toEqual(['epochs', 'userFactors', 'regularisation', 'unobserved']);
  expect(mainSettings(DEFAULTS.neighbours)).toEqual(['neighbours', 'similarityShrinkage']);
  expect(mainSettings(DEFAULTS.mean)).toEqual([]);
});
