import { quantile } from '../../../core/embeddings/length-bins.ts';
import { type Neighbour, nearest } from '../../../core/embeddings/nearest.ts';
import { vectorAt } from '../../../core/embeddings/vector-table.ts';
import { LabError } from '../../../core/errors.ts';
import type { RawId } from '../../../core/ids.ts';
import { topPositions } from '../../../core/ranking.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import type { Model } from '../../../lab/model.ts';
import type { CombineRequest, SimilarityName, SimilarList, SimilarMovie, SimilarMovies, SimilarRequest } from '../contract.ts';
import type { EmbeddingsReader } from './embeddings.ts';
import { leftOut, mostRated, movieOf, nameOf } from './movies.ts';

/** The lists of movies that are similar to one. */
export async function similarMovies(
  model: Model,
  reader: EmbeddingsReader,
  { movieId, count, minRatings }: SimilarRequest,
): Promise<SimilarMovies> {
  const { data } = model;
  const asked = movieId === null ? undefined : movieOf(data, movieId);
  const movie = asked ?? mostRated(data);
  const excluded = leftOut(data, minRatings, [movie]);
  const own = {
    runId: model.runId,
    isUnknown: movieId !== null && asked === undefined,
    movie: nameOf(data, movie),
  };
  const weights = model.fitted?.pairWeights?.(movie);
  if (weights) {
    const by = model.parts.configuration.model === 'ease' ? 'ease' : 'neighbours';
    const best = topPositions(weights, count, excluded).map((row) => ({ row, value: weights[row] as number }));
    const positive = best.filter(({ value }) => value > 0);
    return { ...own, vector: null, length: null, lists: [listOf(data, by, positive)] };
  }
  const { movie: table, lengths } = await reader.read(model);
  const query = vectorAt(table, movie);
  const lists = (['cosine', 'dot'] as const).map((by) => listOf(data, by, nearest(table, query, { by, count, excluded })));
  return { ...own, vector: query.slice(), length: lengths[movie] as number, lists };
}

/** What is closest to a sum of embeddings, by cosine. */
export async function combinedMovies(
  model: Model,
  reader: EmbeddingsReader,
  { plus, minus, count, minRatings }: CombineRequest,
): Promise<readonly SimilarMovie[]> {
  const { data } = model;
  const { movie: table } = await reader.read(model);
  const asked = [...plus, ...minus].map((id) => knownMovie(data, id));
  const sum = new Float64Array(table.width);
  asked.forEach((movie, at) => {
    const sign = at < plus.length ? 1 : -1;
    vectorAt(table, movie).forEach((value, i) => {
      sum[i] = (sum[i] as number) + sign * value;
    });
  });
  return moviesOf(data, nearest(table, sum, { by: 'cosine', count, excluded: leftOut(data, minRatings, asked) }));
}

function knownMovie(data: LabData, movieId: RawId): number {
  const movie = movieOf(data, movieId);
  if (movie === undefined) throw new LabError('no-data', 'This movie is not in the data of the model.', 'Choose another movie.');
  return movie;
}

function listOf(data: LabData, by: SimilarityName, found: readonly Neighbour[]): SimilarList {
  const ratings = found.map(({ row }) => data.statistics.counts[row] as number).sort((a, b) => a - b);
  return { by, movies: moviesOf(data, found), medianRatings: ratings.length === 0 ? null : quantile(ratings, 0.5) };
}

const moviesOf = (data: LabData, found: readonly Neighbour[]): readonly SimilarMovie[] =>
  found.map(({ row, value }) => ({ ...nameOf(data, row), value }));
