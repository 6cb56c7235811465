import type { PlainRating } from './plain-ratings.ts';

/** Who is judged how: the protocol, straight from its definition. */
export interface PlainProtocol {
  readonly k: number;
  readonly threshold: number;
  readonly minRatings: number;
}

type Score = (userId: number, movieId: number) => number;

/** NDCG, recall and coverage of everybody's list of all movies that they have not rated in training. */
export function plainMetrics(
  train: readonly PlainRating[],
  heldOut: readonly PlainRating[],
  score: Score,
  { k, threshold, minRatings }: PlainProtocol,
) {
  const count = new Map<number, number>();
  const seen = new Map<number, Set<number>>();
  for (const { userId: user, movieId: movie } of train) {
    count.set(movie, (count.get(movie) ?? 0) + 1);
    seen.set(user, (seen.get(user) ?? new Set()).add(movie));
  }
  const movies = [...count.keys()].filter((movie) => (count.get(movie) as number) >= minRatings).sort((a, b) => a - b);
  const shown = new Set<number>();
  const [ndcg, recall]: [number[], number[]] = [[], []];
  for (const [user, own] of seen) {
    const list = movies
      .filter((movie) => !own.has(movie))
      .map((movie) => [movie, score(user, movie)] as const)
      .sort(([a, one], [b, other]) => other - one || a - b)
      .map(([movie]) => movie);
    for (const movie of list.slice(0, 5)) shown.add(movie);
    const liked = new Set(
      heldOut
        .filter((one) => one.userId === user && one.stars >= threshold && count.has(one.movieId))
        .map(({ movieId }) => movieId),
    );
    if (liked.size === 0) continue;
    const gains = list.slice(0, k).map((movie, place) => (liked.has(movie) ? 1 / Math.log2(place + 2) : 0));
    const best = Math.min(k, liked.size);
    const ideal = Array.from({ length: best }, (_, place) => 1 / Math.log2(place + 2)).reduce((sum, gain) => sum + gain, 0);
    ndcg.push(gains.reduce((sum, gain) => sum + gain, 0) / ideal);
    recall.push(gains.filter((gain) => gain > 0).length / best);
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { judged: ndcg.length, ndcg: mean(ndcg), recall: mean(recall), coverage: shown.size / count.size };
}
