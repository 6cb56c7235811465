import { dot, factorise, solve } from '../../core/cholesky.ts';
import { addScaled } from './add-scaled.ts';
import type { Term } from './terms.ts';

/** A user's numbers that make a loss smallest, all else being fixed. */
export interface Folding {
  readonly terms: readonly Term[];
  /** Of each number: adds ridge · (number − centre)² to the loss. */
  readonly ridge: Float64Array;
  readonly centre: Float64Array;
}

/** Through layers there is no end that is certain, and the first steps bring most. */
const MOST_STEPS = { linear: 30, layered: 8 } as const;
const MOST_HALVINGS = 12;
/** A step that can gain no more than this part of the loss is the last. */
const ENOUGH = 1e-7;
/** The curvature is worked out anew where a step gains more than this part of the one before. */
const SLOW = 0.1;

/**
 * Newton's method, halving a step that would go too far, with the curvature of an earlier step as long as that does well. Where the loss is
 * quadratic, as of a dot product with squared errors, the first step is the ridge solution itself.
 */
export function foldIn(folding: Folding, isLinear: boolean): Float64Array {
  const n = folding.centre.length;
  let own = folding.centre;
  let factor: Float64Array | null = null;
  let before = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS[isLinear ? 'linear' : 'layered']; step++) {
    const gradient = new Float64Array(n);
    const curvature: Float64Array | null = factor ? null : new Float64Array(n * n);
    const loss = lossAt(folding, own, gradient, curvature ?? undefined);
    if (curvature) factor = factorise(curvature, n) ? curvature : null;
    const direction: Float64Array = factor ? solve(factor, gradient) : gradient;
    const gain = dot(gradient, direction);
    if (!(gain > ENOUGH * (1 + Math.abs(loss)))) break;
    const next = descend(folding, own, direction, loss);
    if (next === null && curvature) break;
    own = next ?? own;
    if (next === null || gain > SLOW * before) factor = null;
    before = gain;
  }
  return own;
}

function lossAt({ terms, ridge, centre }: Folding, own: Float64Array, gradient?: Float64Array, curvature?: Float64Array): number {
  let loss = 0;
  for (const term of terms) loss += term.at(own, gradient, curvature);
  for (let d = 0; d < own.length; d++) {
    const [weight, value] = [ridge[d] as number, (own[d] as number) - (centre[d] as number)];
    loss += weight * value * value;
    if (gradient) gradient[d] = (gradient[d] as number) + 2 * weight * value;
    // A number that nothing holds stays where it is.
    if (curvature) curvature[d * own.length + d] = (curvature[d * own.length + d] as number) + 2 * weight + 1e-12;
  }
  return loss;
}

function descend(folding: Folding, own: Float64Array, direction: Float64Array, loss: number): Float64Array | null {
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving++, share /= 2) {
    const next = own.slice();
    addScaled(next, direction, -share);
    if (lossAt(folding, next) <= loss) return next;
  }
  return null;
}

/** The loss's curvature at the user's numbers, factorised; null where it has no single lowest point. */
export function curvatureAt(folding: Folding, own: Float64Array): Float64Array | null {
  const n = own.length;
  const curvature = new Float64Array(n * n);
  lossAt(folding, own, new Float64Array(n), curvature);
  return factorise(curvature, n) ? curvature : null;
}
