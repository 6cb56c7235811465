import type { DenseNode } from '../graph.ts';
import { addScaled } from './add-scaled.ts';
import type { Made, MovieShares, Place, Step, StepContext } from './step.ts';

/** What does not change from movie to movie is added up once for each change of the user's numbers, and what does not depend on them once for each movie. */
export function denseStep(
  place: Made,
  { name, width, useBias }: DenseNode,
  parts: readonly Place[],
  { weights, movies, shares }: StepContext,
): Step {
  const kernel = weights[`${name}/kernel`] as Float32Array;
  const base = new Float64Array(width);
  let row = 0;
  const placed = parts.map((part) => {
    const from = row * width;
    row += part.values.length;
    return { part, from };
  });
  const addPart = (to: Float64Array, { part: { values }, from }: (typeof placed)[number]): void =>
    addProduct(to, values, kernel, from);
  const fixed = placed.filter(({ part }) => !part.isOfMovie);
  const moving = placed.filter(({ part }) => part.isOfMovie);
  const isOfMovieAlone = place.isOfMovie && moving.every(({ part }) => !part.isOwn);
  const ofMovies = shares && isOfMovieAlone ? sharesOf(shares, name, movies, width) : null;
  const addMovie = (movie: number): void => {
    if (ofMovies === null) {
      for (const part of moving) addPart(place.values, part);
      return;
    }
    const share = ofMovies.values.subarray(movie * width, (movie + 1) * width);
    if (ofMovies.isKnown[movie] === 0) {
      for (const part of moving) addPart(share, part);
      ofMovies.isKnown[movie] = 1;
    }
    addScaled(place.values, share, 1);
  };
  const turn = (): void => {
    base.fill(0);
    if (useBias) base.set(weights[`${name}/bias`] as Float32Array);
    for (const part of fixed) addPart(base, part);
  };
  return {
    ...place,
    turn,
    forward(movie) {
      if (!place.isOfMovie) turn();
      place.values.set(base);
      if (place.isOfMovie) addMovie(movie);
    },
    backward() {
      for (const { part, from } of placed) {
        if (!part.isOwn) continue;
        for (let d = 0; d < part.values.length; d++) {
          let sum = 0;
          for (let unit = 0; unit < width; unit++)
            sum += (kernel[from + d * width + unit] as number) * (place.errors[unit] as number);
          part.errors[d] = (part.errors[d] as number) + sum;
        }
      }
    },
  };
}

/**
 * Adds values · kernel, whose rows are as wide as `to` and begin at a place. Half of what comes out of a ReLU is 0 and left out; the rest is added four rows at
 * a time, so that a sum is read and written a quarter as often.
 */
function addProduct(to: Float64Array, values: Float64Array, kernel: Float32Array, from: number): void {
  const width = to.length;
  const none = values.length;
  for (let first = nonZero(values, 0); first < none; ) {
    const second = nonZero(values, first + 1);
    const third = nonZero(values, second + 1);
    const fourth = nonZero(values, third + 1);
    const a = values[first] as number;
    const b = second < none ? (values[second] as number) : 0;
    const c = third < none ? (values[third] as number) : 0;
    const d = fourth < none ? (values[fourth] as number) : 0;
    const p = from + first * width;
    const q = second < none ? from + second * width : p;
    const r = third < none ? from + third * width : p;
    const s = fourth < none ? from + fourth * width : p;
    for (let unit = 0; unit < width; unit++) {
      to[unit] =
        (to[unit] as number) +
        a * (kernel[p + unit] as number) +
        b * (kernel[q + unit] as number) +
        c * (kernel[r + unit] as number) +
        d * (kernel[s + unit] as number);
    }
    first = nonZero(values, fourth + 1);
  }
}

/** The place of the next number that is not 0, from a place on; their number where there is none. */
function nonZero(values: Float64Array, from: number): number {
  let at = from;
  while (at < values.length && values[at] === 0) at++;
  return Math.min(at, values.length);
}

function sharesOf(shares: MovieShares, name: string, movies: number, width: number) {
  const made = shares.get(name) ?? { values: new Float64Array(movies * width), isKnown: new Uint8Array(movies) };
  shares.set(name, made);
  return made;
}
