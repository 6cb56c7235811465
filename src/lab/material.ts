import { fitBiases, predictBiases } from '../core/baselines.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { rmse } from '../core/metrics.ts';
import type { Calendar } from '../core/periods.ts';
import { pick } from '../core/pick.ts';
import { holdToScale } from '../core/rating-scale.ts';
import type { Ratings } from '../core/ratings.ts';
import type { RunStart } from '../core/run-report.ts';
import type { Split } from '../core/split/parts.ts';
import { splitRatings, splitSettings } from '../core/split.ts';
import { type StarsSummary, summarise } from '../core/target.ts';
import { type Drawing, type Pairwise, preparePairs } from './prepare-pairs.ts';

/** What runs with the same data, split and seed have in common. */
export interface Material {
  readonly split: Split;
  /** 1 where a rating was held out of training, by position in the ratings. */
  readonly heldOut: Uint8Array;
  /** Of the stars of the training part. */
  readonly stars: StarsSummary;
  /** Validation RMSE in stars of what needs no training; null where nothing is held out. */
  readonly baselines: RunStart['baselines'];
  /** For a pairwise loss; `calendar` is null where the model does not look at the time. */
  pairs(calendar: Calendar | null, drawing: Drawing): Pairwise;
}

/** What was made last; without code of its own, since what makes it is fetched after the ratings. */
export interface MaterialCache {
  last: { readonly ratings: Ratings; readonly key: string; readonly material: Material } | null;
}

/** The material of a configuration: what was made last is used again as long as data, split and seed stay. */
export function materialOf(cache: MaterialCache, ratings: Ratings, configuration: Configuration): Material {
  const key = JSON.stringify(splitSettings(configuration));
  const { last } = cache;
  if (last?.ratings === ratings && last.key === key) return last.material;
  const material = createMaterial(ratings, configuration);
  cache.last = { ratings, key, material };
  return material;
}

export function createMaterial(ratings: Ratings, configuration: Configuration): Material {
  const split = splitRatings(ratings, configuration);
  const heldOut = new Uint8Array(ratings.count);
  for (const part of [split.validation, split.test]) for (const at of part) heldOut[at] = 1;
  let last: { readonly key: string; readonly pairs: Pairwise } | null = null;
  return {
    split,
    heldOut,
    stars: summarise(pick(ratings.stars, split.train)),
    baselines: measureBaselines(ratings, split),
    pairs(calendar, drawing) {
      const { loss, negatives, negativesBy, dislikes } = drawing;
      const key = JSON.stringify([calendar !== null, loss, negatives, negativesBy, dislikes]);
      if (last?.key !== key) last = { key, pairs: preparePairs(ratings, split, calendar, configuration.seed, drawing) };
      return last.pairs;
    },
  };
}

function measureBaselines(ratings: Ratings, { train, validation }: Split): Material['baselines'] {
  if (validation.length === 0) return null;
  const biases = fitBiases(ratings, train);
  const wanted = pick(ratings.stars, validation);
  return {
    globalMean: rmse(new Float32Array(wanted.length).fill(biases.mean), wanted),
    biases: rmse(holdToScale(predictBiases(biases, ratings, validation), ratings.scale), wanted),
  };
}
