import { addSquare } from '../../core/cholesky.ts';
import { addScaled } from './add-scaled.ts';
import type { Term } from './terms.ts';
import type { UserNetwork } from './user-network.ts';

/** iALS: Σ w (1 − p·q)² over what was liked + unobserved · Σ (p·q)² over all movies. */
export function allPairs(
  factors: Float32Array, // (movies, width)
  gramian: Float64Array, // (width, width): qᵀq of all movies; the lower triangle
  unobserved: number,
  movies: Int32Array,
  weights: Float64Array,
): Term {
  const width = Math.sqrt(gramian.length);
  const factorOf = (place: number): Float32Array => {
    const movie = movies[place] as number;
    return factors.subarray(movie * width, (movie + 1) * width);
  };
  const apart = (own: Float64Array, place: number): number => {
    const factor = factorOf(place);
    let score = 0;
    for (let d = 0; d < width; d++) score += (factor[d] as number) * (own[d] as number);
    return 1 - score;
  };
  return {
    at(own, gradient, curvature) {
      const slope = timesLower(gramian, own);
      let loss = unobserved * own.reduce((sum, value, d) => sum + value * (slope[d] as number), 0);
      if (gradient) addScaled(gradient, slope, 2 * unobserved);
      if (curvature) addScaled(curvature, gramian, 2 * unobserved);
      weights.forEach((weight, place) => {
        const error = apart(own, place);
        loss += weight * error * error;
        if (gradient) addScaled(gradient, factorOf(place), -2 * weight * error);
        if (curvature) addSquare(curvature, factorOf(place), 2 * weight);
      });
      return loss;
    },
    pull: (own, place) =>
      Float64Array.from(factorOf(place), (value) => 2 * (weights[place] as number) * apart(own, place) * value),
  };
}

/** The product of a symmetric matrix, of which the lower triangle is there, and a vector. */
function timesLower(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = matrix[i * n + j] as number;
      product[i] = (product[i] as number) + value * (vector[j] as number);
      if (i !== j) product[j] = (product[j] as number) + value * (vector[i] as number);
    }
  }
  return product;
}

/** qᵀq over all movies: the lower triangle. */
export function gramianOf(factors: Float32Array, width: number): Float64Array {
  const gramian = new Float64Array(width * width);
  for (let from = 0; from < factors.length; from += width) addSquare(gramian, factors.subarray(from, from + width), 1);
  return gramian;
}

/** Σ over what was liked of the mean over `others` of −ln σ(score − score of the other). */
export function pairLoss(network: UserNetwork, movies: Int32Array, isLiked: Uint8Array, others: Int32Array): Term {
  const slope = new Float64Array(network.size);
  const slopesOf = (these: Int32Array) =>
    Array.from(these, (movie) => {
      const score = network.differentiate(movie, slope);
      return { score, slope: slope.slice() };
    });
  const each = 1 / others.length;
  const pullOf = (own: Float64Array, place: number): Float64Array => {
    network.turnTo(own);
    const to = new Float64Array(network.size);
    if (isLiked[place] !== 1) return to;
    const [liked] = slopesOf(Int32Array.of(movies[place] as number)) as [{ score: number; slope: Float64Array }];
    for (const other of slopesOf(others)) {
      const share = each / (1 + Math.exp(liked.score - other.score));
      addScaled(to, liked.slope, share);
      addScaled(to, other.slope, -share);
    }
    return to;
  };
  return {
    at(own, gradient, curvature) {
      network.turnTo(own);
      const there = slopesOf(others);
      let loss = 0;
      for (const liked of slopesOf(movies.filter((_, place) => isLiked[place] === 1))) {
        for (const other of there) {
          const margin = liked.score - other.score;
          loss += each * (Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))));
          if (!gradient) continue;
          const share = 1 / (1 + Math.exp(margin));
          const apart = liked.slope.map((value, d) => value - (other.slope[d] as number));
          addScaled(gradient, apart, -each * share);
          if (curvature) addSquare(curvature, apart, each * share * (1 - share));
        }
      }
      return loss;
    },
    pull: pullOf,
  };
}
