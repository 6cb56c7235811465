import type { FeatureSizes } from '../core/features.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import type { RatingScale } from '../core/rating-scale.ts';
import { type StarsSummary, type Target, unitOf } from '../core/target.ts';
import type { Graph, Node } from './graph.ts';

/** What a model needs to know of the data it will be trained on. */
export interface ModelContext {
  readonly users: number;
  readonly movies: number;
  readonly scale: RatingScale;
  /** Of the training ratings. */
  readonly stars: StarsSummary;
  readonly target: Target;
  /** Nothing but who rated what where absent. */
  readonly features?: FeatureSizes;
}

/** How a kind of model reads on the page. */
export interface Model {
  readonly label: string;
  readonly purpose: string;
  /** The prediction as TeX. */
  formula(configuration: Configuration): string;
}

/** A model that is trained step by step: how a configuration becomes a graph. */
export interface Network extends Model {
  build(configuration: Configuration, context: ModelContext): Graph;
}

/** A model that is fitted in one go: what it takes from the ratings. */
export interface Baseline extends Model {
  learns(sizes: BaselineSizes): readonly LearnedTable[];
  /** What a fit costs, in a sentence, where that is much. */
  costs?(sizes: BaselineSizes): string;
}

export interface BaselineSizes {
  readonly users: number;
  readonly movies: number;
}

export interface LearnedTable {
  readonly name: string;
  readonly how: string;
  readonly numbers: number;
  /** The numbers are at most so many: how many, the ratings decide. */
  readonly isBound?: boolean;
}

/** How far beyond the rating scale a sigmoid output may reach, in units of the scale: its ends are only approached, never reached. */
export const SIGMOID_MARGIN = 0.25;

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** The ends of a sigmoid output, in stars. */
export function sigmoidEnds(scale: RatingScale, stars: Pick<StarsSummary, 'deviation'>): Ends {
  const margin = SIGMOID_MARGIN * unitOf(scale, stars);
  return { low: scale.min - margin, high: scale.max + margin };
}

/** The same in target units. */
export function sigmoidRange({ scale, stars, target }: ModelContext): Ends {
  const { low, high } = sigmoidEnds(scale, stars);
  return { low: (low - target.offset) / target.scale, high: (high - target.offset) / target.scale };
}

/** Squeezes `input` into the rating scale: low + (high − low) · σ(input). */
export function squeeze(input: string, context: ModelContext): readonly Node[] {
  const { low, high } = sigmoidRange(context);
  return [
    { kind: 'activation', name: 'squeezed', input, activation: 'sigmoid' },
    { kind: 'scale', name: 'rating', input: 'squeezed', factor: high - low, offset: low },
  ];
}
