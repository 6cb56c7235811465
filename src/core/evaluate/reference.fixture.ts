/** Metrics straight from their definitions, slowly: what the fast ones are compared with. */
export interface SlowCase {
  readonly users: number;
  readonly movies: number;
  /** [user, movie, stars] */
  readonly train: readonly (readonly [number, number, number])[];
  readonly heldOut: readonly (readonly [number, number, number])[];
  /** By user, then movie. */
  readonly scores: readonly (readonly number[])[];
  readonly genres: readonly (readonly string[])[];
  readonly k: number;
  readonly threshold: number;
  readonly minRatings: number;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const mean = (values: readonly number[]): number => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
};
const pairsOf = <T>(values: readonly T[]): (readonly [T, T])[] =>
  values.flatMap((a, at) => values.slice(at + 1).map((b) => [a, b] as const));

export function slowMetrics({ users, movies, train, heldOut, scores, genres, k, threshold, minRatings }: SlowCase) {
  const ratingsOf = (movie: number): number => train.filter((rating) => rating[1] === movie).length;
  const inCatalogue = (movie: number): boolean => ratingsOf(movie) > 0;
  const hasSeen = (user: number, movie: number): boolean => train.some(([u, i]) => u === user && i === movie);
  const listed = range(users).filter((user) => train.some((rating) => rating[0] === user));
  const scoreOf = (user: number, movie: number): number => scores[user]?.[movie] as number;
  const listOf = (user: number): number[] =>
    range(movies)
      .filter((movie) => !hasSeen(user, movie) && ratingsOf(movie) >= Math.max(1, minRatings))
      .sort((a, b) => scoreOf(user, b) - scoreOf(user, a) || a - b);
  const relevantTo = (user: number): number[] =>
    heldOut.filter(([u, i, stars]) => u === user && stars >= threshold && inCatalogue(i)).map((rating) => rating[1]);
  const judged = listed.filter((user) => relevantTo(user).length > 0);

  const hitsOf = (user: number, places: number): boolean[] =>
    listOf(user)
      .slice(0, places)
      .map((movie) => relevantTo(user).includes(movie));
  const countHits = (hits: readonly boolean[]): number => hits.filter(Boolean).length;
  const dcg = (hits: readonly boolean[]): number =>
    hits.reduce((sum, hit, at) => sum + (hit ? Math.LN2 / Math.log(at + 2) : 0), 0);
  const bestOf = (user: number): number => Math.min(k, relevantTo(user).length);
  const perUser = (value: (user: number) => number): number => mean(judged.map(value));

  const fives = listed.map((user) => listOf(user).slice(0, 5));
  const found = range(movies)
    .filter(inCatalogue)
    .map((movie) => fives.filter((five) => five.includes(movie)).length);
  const gaps = found.flatMap((a) => found.map((b) => Math.abs(a - b))).reduce((sum, gap) => sum + gap, 0);
  const overList = (five: readonly number[], value: (movie: number) => number): number =>
    five.reduce((sum, movie) => sum + value(movie), 0) / five.length;

  return {
    judged: judged.length,
    ndcg: perUser((user) => dcg(hitsOf(user, k)) / dcg(new Array(bestOf(user)).fill(true))),
    precision: perUser((user) => countHits(hitsOf(user, k)) / k),
    recall: perUser((user) => countHits(hitsOf(user, k)) / bestOf(user)),
    hitRate: perUser((user) => (hitsOf(user, k).includes(true) ? 1 : 0)),
    map: perUser((user) => {
      const hits = hitsOf(user, k);
      const precisions = hits.map((hit, at) => (hit ? countHits(hits.slice(0, at + 1)) / (at + 1) : 0));
      return precisions.reduce((sum, precision) => sum + precision, 0) / bestOf(user);
    }),
    mrr: perUser((user) => {
      const first = hitsOf(user, k).indexOf(true);
      return first < 0 ? 0 : 1 / (first + 1);
    }),
    shown: perUser((user) => countHits(hitsOf(user, 5)) / 5),
    auc: perUser((user) => {
      const liked = relevantTo(user);
      const others = range(movies).filter((movie) => inCatalogue(movie) && !hasSeen(user, movie) && !liked.includes(movie));
      const wins = liked.flatMap((i) =>
        others.map((j) => (scoreOf(user, i) > scoreOf(user, j) ? 1 : scoreOf(user, i) === scoreOf(user, j) ? 0.5 : 0)),
      );
      return mean(wins);
    }),
    coverage: found.filter((count) => count > 0).length / found.length,
    gini: gaps / (2 * found.length * found.reduce((sum, count) => sum + count, 0)),
    overlap: mean(pairsOf(fives).map(([a, b]) => a.filter((movie) => b.includes(movie)).length / 5)),
    popularity: mean(fives.map((five) => overList(five, ratingsOf))),
    novelty: mean(fives.map((five) => overList(five, (movie) => -Math.log(ratingsOf(movie) / listed.length) / Math.LN2))),
    diversity: mean(
      fives.map((five) => {
        const known = five.filter((movie) => (genres[movie] ?? []).length > 0);
        const distances = pairsOf(known).map(([a, b]) => {
          const [one, other] = [new Set(genres[a]), new Set(genres[b])];
          const common = [...one].filter((genre) => other.has(genre)).length;
          return 1 - common / new Set([...one, ...other]).size;
        });
        return mean(distances);
      }),
    ),
  };
}
