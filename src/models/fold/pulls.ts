import { dot, solve } from '../../core/cholesky.ts';
import { curvatureAt, type Folding } from './fold-in.ts';

/**
 * How much each rating, by its place, adds to a score that is base + feature · own, where `own` makes the loss smallest; with base + feature · centre
 * they add up to that score.
 * Null where the regularisation holds none of the numbers, so that no single solution is there.
 *
 * Where the loss is quadratic, own = centre + H⁻¹ Σ g with g the pull of each rating at the centre and H the curvature, so a rating adds feature · H⁻¹ g.
 * Elsewhere the derivative of the loss is 0 at `own`, so that own = centre + Σ g / (2 · ridge) with the pulls there (Schölkopf, Herbrich and Smola 2001, "A
 * Generalized Representer Theorem").
 */
export function pullsOn(
  folding: Folding,
  own: Float64Array,
  feature: Float64Array,
  { isQuadratic, ratings }: { readonly isQuadratic: boolean; readonly ratings: number },
): Float64Array | null {
  const at = isQuadratic ? folding.centre : own;
  const direction = isQuadratic
    ? directionBy(folding, own, feature)
    : feature.map((value, d) => byRidge(value, folding.ridge[d]));
  if (direction === null || direction.some((value) => !Number.isFinite(value))) return null;
  return Float64Array.from({ length: ratings }, (_, place) =>
    folding.terms.reduce((sum, term) => sum + dot(direction, term.pull(at, place)), 0),
  );
}

function directionBy(folding: Folding, own: Float64Array, feature: Float64Array): Float64Array | null {
  const curvature = curvatureAt(folding, own);
  return curvature && solve(curvature, feature);
}

const byRidge = (value: number, ridge = 0): number => (value === 0 ? 0 : value / (2 * ridge));
