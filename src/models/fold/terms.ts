import { addSquare, dot } from '../../core/cholesky.ts';
import type { UserNetwork } from './user-network.ts';

/** What a user's numbers are to do, as a loss that is to become small. Of each rating there is a part, by its place. */
export interface Term {
  /** At the user's numbers; adds its derivative and its curvature (n, n; the lower triangle) where they are given. */
  at(own: Float64Array, gradient?: Float64Array, curvature?: Float64Array): number;
  /** How the loss of the rating at a place pulls at the user's numbers: minus its derivative. */
  pull(own: Float64Array, place: number): Float64Array;
}

/** weight · Σ (prediction − target)², in target units. The curvature is that of Gauss and Newton, which is exact where the network is linear. */
export function squaredErrors(network: UserNetwork, movies: Int32Array, targets: Float64Array, weight: number): Term {
  const slope = new Float64Array(network.size);
  return {
    at(own, gradient, curvature) {
      network.turnTo(own);
      let loss = 0;
      movies.forEach((movie, place) => {
        const error = (gradient ? network.differentiate(movie, slope) : network.predict(movie)) - (targets[place] as number);
        loss += weight * error * error;
        if (gradient) addScaled(gradient, slope, 2 * weight * error);
        if (curvature) addSquare(curvature, slope, 2 * weight);
      });
      return loss;
    },
    pull(own, place) {
      network.turnTo(own);
      const error = network.differentiate(movies[place] as number, slope) - (targets[place] as number);
      return slope.map((value) => -2 * weight * error * value);
    },
  };
}

/** Scores that only rank: bias + features · the user's factors, of every movie. */
export interface ListScores {
  readonly features: Float32Array; // (movies, width)
  readonly biases: Float32Array; // (movies)
  readonly width: number;
  /** Where the factors are among the user's own numbers. */
  readonly from: number;
}

/** Shares below this part of an equal one hardly curve the loss. */
const LEAST_SHARE = 0.05;

/** weight · Σ −ln softmax over all movies of what was liked. */
export function listLoss(scores: ListScores, size: number, rated: Int32Array, isLiked: Uint8Array, weight: number): Term {
  const { features, width, from } = scores;
  const liked = rated.filter((_, place) => isLiked[place] === 1);
  const featureOf = (movie: number): Float32Array => features.subarray(movie * width, (movie + 1) * width);
  let last: { readonly own: Float64Array; readonly found: ReturnType<typeof softmax> } | null = null;
  /** Looked at by the loss of a step and by the gradient of the next. */
  const softmaxAt = (own: Float64Array): ReturnType<typeof softmax> => {
    if (last?.own !== own) last = { own, found: softmax(scores, own) };
    return last.found;
  };
  let lastMean: { readonly own: Float64Array; readonly mean: Float64Array } | null = null;
  const meanAt = (own: Float64Array): Float64Array => {
    if (lastMean?.own !== own) lastMean = { own, mean: meanOf(scores, softmaxAt(own).shares) };
    return lastMean.mean;
  };
  return {
    at(own, gradient, curvature) {
      if (liked.length === 0) return 0;
      const { shares, logTotal, logits } = softmaxAt(own);
      let loss = 0;
      for (const movie of liked) loss += weight * (logTotal - (logits[movie] as number));
      if (!gradient) return loss;
      const mean = meanAt(own);
      const slope = mean.map((value) => liked.length * value);
      for (const movie of liked) addScaled(slope, featureOf(movie), -1);
      for (let d = 0; d < width; d++) gradient[from + d] = (gradient[from + d] as number) + weight * (slope[d] as number);
      if (curvature) addCurvature(scores, shares, mean, weight * liked.length, curvature, size);
      return loss;
    },
    pull(own, place) {
      const to = new Float64Array(size);
      if (isLiked[place] !== 1) return to;
      const mean = meanAt(own);
      const feature = featureOf(rated[place] as number);
      for (let d = 0; d < width; d++) to[from + d] = weight * ((feature[d] as number) - (mean[d] as number));
      return to;
    },
  };
}

/** Of every movie. */
export function listScores({ features, biases, width, from }: ListScores, own: Float64Array): Float64Array {
  const factors = own.slice(from, from + width);
  const scores = new Float64Array(biases.length);
  for (let movie = 0, at = 0; movie < scores.length; movie++) {
    let score = biases[movie] as number;
    for (let d = 0; d < width; d++) score += (features[at++] as number) * (factors[d] as number);
    scores[movie] = score;
  }
  return scores;
}

function softmax(scores: ListScores, own: Float64Array) {
  const logits = listScores(scores, own);
  let most = Number.NEGATIVE_INFINITY;
  for (const logit of logits) if (logit > most) most = logit;
  const shares = new Float64Array(logits.length);
  let total = 0;
  for (let movie = 0; movie < shares.length; movie++) {
    const power = Math.exp((logits[movie] as number) - most);
    shares[movie] = power;
    total += power;
  }
  for (let movie = 0; movie < shares.length; movie++) shares[movie] = (shares[movie] as number) / total;
  return { logits, logTotal: most + Math.log(total), shares };
}

function meanOf({ features, width }: ListScores, shares: Float64Array): Float64Array {
  const mean = new Float64Array(width);
  for (let movie = 0, at = 0; movie < shares.length; movie++) {
    const share = shares[movie] as number;
    for (let d = 0; d < width; d++) mean[d] = (mean[d] as number) + share * (features[at++] as number);
  }
  return mean;
}

/** Adds weight times the covariance of the features. */
function addCurvature(
  { features, width, from }: ListScores,
  shares: Float64Array,
  mean: Float64Array,
  weight: number,
  curvature: Float64Array,
  size: number,
): void {
  const least = LEAST_SHARE / shares.length;
  const movies = Int32Array.from(shares.keys()).filter((movie) => (shares[movie] as number) >= least);
  // Factor by factor, so that a number of the covariance is a product of two rows.
  const rows = Array.from({ length: width }, () => new Float64Array(movies.length));
  for (let place = 0; place < movies.length; place++) {
    const movie = movies[place] as number;
    const root = Math.sqrt(shares[movie] as number);
    for (let d = 0; d < width; d++) (rows[d] as Float64Array)[place] = root * (features[movie * width + d] as number);
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      const at = (from + i) * size + from + j;
      const covariance = dot(rows[i] as Float64Array, rows[j] as Float64Array) - (mean[i] as number) * (mean[j] as number);
      curvature[at] = (curvature[at] as number) + weight * covariance;
    }
  }
}

export function addScaled(to: Float64Array, values: ArrayLike<number>, factor: number): void {
  for (let d = 0; d < to.length; d++) to[d] = (to[d] as number) + factor * (values[d] as number);
}
