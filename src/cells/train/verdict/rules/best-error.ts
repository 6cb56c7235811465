import { PRESETS } from '../../../../core/presets.ts';
import type { Rule } from '../finding.ts';
import { standingOf } from '../standing.ts';

/** Features have little to be learned from on fewer ratings. */
const LEAST_RATINGS = 10_000;

const PRESET = PRESETS.find(({ label }) => label === 'Best error');

/** What to try after a good run of stars and list: the features lower the error by 0.03 to 0.04 stars (measured, see docs/defaults.md). */
export const bestError: Rule = ({ used, start: { baselines, configuration, validationRatings, data } }) => {
  const { model, loss, listWeight, ratedSet } = configuration;
  const isPlain = model === 'dot' && loss === 'squared' && listWeight > 0 && listWeight < 1 && !ratedSet;
  if (!PRESET || !isPlain || baselines === null || data.ratings < LEAST_RATINGS) return null;
  if (standingOf(used.validationError, baselines, validationRatings) !== 'better') return null;
  return {
    text: 'To lower the error further, try the preset Best error: it learns stars alone, from genres, years and times as well.',
    proposal: { label: 'Set the preset Best error', settings: PRESET.overrides },
  };
};
