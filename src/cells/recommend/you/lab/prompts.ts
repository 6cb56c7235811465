import { dot } from '../../../../core/cholesky.ts';
import type { MovieIndex, RawId } from '../../../../core/ids.ts';
import { topPositions } from '../../../../core/ranking.ts';
import { type LabData, ofData } from '../../../../lab/loaded-data.ts';
import type { Model } from '../../../../lab/model.ts';
import { SHARED_FACTORS } from '../../../../models/list-head.ts';
import { fixedWeights } from '../../lab/fold/weights.ts';
import type { Prompts } from '../contract.ts';

/** Most people know some of the most rated movies. */
const KNOWN = 200;
const SHOWN = 12;

interface Chosen {
  readonly movies: readonly MovieIndex[];
  readonly by: Prompts['by'];
}

/**
 * Of the most rated movies those of which a rating tells most, one after the other: those that leave least unknown of the user's vector beside what was chosen
 * before (a D-optimal design), weighed by how likely it is that somebody knows them. Without embeddings those of which opinions differ most.
 */
export async function choosePrompts(data: LabData, model: Model | null, rated: readonly RawId[]): Promise<Chosen> {
  const { counts } = data.statistics;
  const known = topPositions(
    Float64Array.from(counts),
    KNOWN + rated.length,
    new Uint8Array(counts.length),
  ) as readonly MovieIndex[];
  const had = rated.map((id) => data.ratings.movieIds.indexOf(id)).filter((movie) => movie !== undefined);
  const candidates = known.filter((movie) => !had.includes(movie)).slice(0, KNOWN);
  const table = model?.network && (await fixedWeights(model.network)).weights[`${SHARED_FACTORS.movie}/embeddings`];
  if (table) return { movies: mostTelling(table, data, candidates, had), by: 'embeddings' };
  const deviations = starDeviations(data);
  const byDeviation = candidates.toSorted((a, b) => (deviations[b] as number) - (deviations[a] as number));
  return { movies: byDeviation.slice(0, SHOWN), by: 'ratings' };
}

function mostTelling(
  table: Float32Array,
  { statistics: { counts }, ratings }: LabData,
  candidates: readonly MovieIndex[],
  had: readonly MovieIndex[],
): readonly MovieIndex[] {
  const width = table.length / counts.length;
  const vectorOf = (movie: number): Float64Array => Float64Array.from(table.subarray(movie * width, (movie + 1) * width));
  const vectors = candidates.map(vectorOf);
  const mean = vectors.reduce((sum, vector) => sum + dot(vector, vector), 0) / vectors.length;
  // As if a rating of a usual movie told as much as was known before.
  const unknown = Float64Array.from({ length: width * width }, (_, at) => (at % (width + 1) === 0 ? 1 / (mean || 1) : 0));
  for (const movie of had) learn(unknown, vectorOf(movie));
  const left = vectors.map((vector, at) => ({ movie: candidates[at] as MovieIndex, vector, told: quadratic(unknown, vector) }));
  const gain = ({ movie, told }: (typeof left)[number]): number =>
    ((counts[movie] as number) / ratings.userIds.size) * Math.log1p(told);
  const chosen: MovieIndex[] = [];
  while (chosen.length < SHOWN && left.length > 0) {
    const best = left.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    chosen.push(best.movie);
    left.splice(left.indexOf(best), 1);
    const { along, share } = learn(unknown, best.vector);
    for (const other of left) other.told -= share * dot(other.vector, along) ** 2;
  }
  return chosen;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  return vector.map((_, i) => dot(matrix.subarray(i * n, (i + 1) * n), vector));
}

const quadratic = (matrix: Float64Array, vector: Float64Array): number => dot(vector, times(matrix, vector));

/** What is left unknown once a movie is rated: share · along alongᵀ less (Sherman and Morrison 1950). */
function learn(unknown: Float64Array, vector: Float64Array): { readonly along: Float64Array; readonly share: number } {
  const n = vector.length;
  const along = times(unknown, vector);
  const share = 1 / (1 + dot(vector, along));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const at = i * n + j;
      unknown[at] = (unknown[at] as number) - share * (along[i] as number) * (along[j] as number);
    }
  }
  return { along, share };
}

/** Of each movie’s ratings, (movies). */
const starDeviations = ofData(({ ratings: { movies, stars }, statistics: { counts, meanStars } }): Float64Array => {
  const squares = new Float64Array(counts.length);
  movies.forEach((movie, at) => {
    squares[movie] = (squares[movie] as number) + ((stars[at] as number) - (meanStars[movie] as number)) ** 2;
  });
  return squares.map((sum, movie) => Math.sqrt(sum / Math.max(1, counts[movie] as number)));
});
