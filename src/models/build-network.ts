import type { FeatureSizes } from '../core/features.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { givesScores } from '../core/loss.ts';
import type { RatingScale } from '../core/rating-scale.ts';
import { createTarget, type StarsSummary, type Target } from '../core/target.ts';
import type { Graph } from './graph.ts';
import { networkOf } from './registry.ts';

/** What a network is built on. */
export interface NetworkData {
  readonly users: number;
  readonly movies: number;
  readonly scale: RatingScale;
  readonly features: FeatureSizes;
  /** Of the training part. */
  readonly stars: StarsSummary;
}

/** Scores are no stars: they have no unit. */
const SCORES: Target = { offset: 0, scale: 1 };

/** The graph of a configuration and the target that it is trained on: the one way to both, in the worker and on the page. */
export function buildNetwork(
  configuration: Configuration,
  data: NetworkData,
): { readonly graph: Graph; readonly target: Target } {
  const target = givesScores(configuration.loss) ? SCORES : createTarget(configuration.target, data.scale, data.stars);
  return { graph: networkOf(configuration).build(configuration, { ...data, target }), target };
}
