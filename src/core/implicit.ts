import type { Configuration } from './hyperparameters.ts';

/**
 * How iALS weighs pairs of a user and a movie (Hu, Koren and Volinsky 2008, "Collaborative Filtering for Implicit Feedback Datasets"; in the
 * form of Rendle et al. 2021, "Revisiting the Performance of iALS on Item Recommendation Benchmarks", section 3):
 * Σ w (1 − p·q)² over the liked pairs + unobserved · Σ (p·q)² over all pairs + Σ ridge ‖row‖² over users and movies.
 */
export interface ImplicitRule {
  /** α₀: what a pair counts that says nothing. */
  readonly unobserved: number;
  /** λ: the mean ridge of a row, a unit of weight. */
  readonly regularisation: number;
  /** ν: 0 holds all rows back alike, 1 in proportion to the weight of their pairs. */
  readonly exponent: number;
}

/** That of a configuration; `undefined` where it has another loss. */
export const implicitRule = ({ loss, unobserved, regularisation, frequency }: Configuration): ImplicitRule | undefined =>
  loss === 'implicit' ? { unobserved, regularisation, exponent: frequency } : undefined;

/**
 * The ridge of each row, by the weights of its liked pairs added up: λ f^ν, with f the weight of all of the row's pairs, scaled so that
 * their mean is λ times that of f whatever ν is.
 *
 * @param others with how many rows each is paired
 */
export function ridgesOf(
  liked: Float64Array,
  others: number,
  { unobserved, regularisation, exponent }: ImplicitRule,
): Float64Array {
  const weights = liked.map((weight) => weight + unobserved * others);
  const powers = weights.map((weight) => weight ** exponent);
  const scale = sum(weights) / sum(powers);
  return powers.map((power) => regularisation * power * scale);
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
