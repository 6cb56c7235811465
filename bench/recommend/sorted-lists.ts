import type { ListRequest } from '../../src/cells/recommend/contract.ts';
import type { OwnRating } from '../../src/cells/recommend/lab/choose-movies.ts';
import type { Movie } from '../../src/core/ratings.ts';
import type { LabData } from '../../src/lab/loaded-data.ts';

export const PLACES = 10;
const PLAIN = { count: PLACES, minRatings: 1 } as const;

/** Each filter of the list alone, and all of them together. */
export function requestsOf({ ratings: { catalogue } }: LabData): readonly ListRequest[] {
  const titles = uniqueTitles(catalogue).join('\n');
  return [
    PLAIN,
    { ...PLAIN, minRatings: 10 },
    { ...PLAIN, rated: 'in' },
    { ...PLAIN, rated: 'learned-out' },
    { ...PLAIN, discount: 0.5 },
    { ...PLAIN, genre: 'Comedy' },
    { ...PLAIN, years: [1980, 1999] },
    { ...PLAIN, years: [null, 1975] },
    { ...PLAIN, titles },
    { count: PLACES, minRatings: 3, rated: 'learned-out', discount: 0.3, genre: 'Drama', years: [1960, null], titles },
  ];
}

/** A movie in a list of titles. */
const lineOf = ({ title, year }: Movie): string => (year === null ? title : `${title} (${year})`);

/** Of every third movie whose title no other movie has. */
function uniqueTitles(catalogue: readonly Movie[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { title } of catalogue) counts.set(title, (counts.get(title) ?? 0) + 1);
  return catalogue.filter(({ title }, movie) => movie % 3 === 0 && counts.get(title) === 1).map(lineOf);
}

/** What a request lets through, movie by movie: no code of the page. */
export function passing(
  { ratings, statistics }: LabData,
  own: readonly OwnRating[],
  request: ListRequest,
): (movie: number) => boolean {
  const { minRatings, rated = 'out', genre, years, titles } = request;
  const out = new Set<number>(
    own.filter(({ heldOut }) => rated === 'out' || (rated === 'learned-out' && !heldOut)).map(({ movie }) => movie),
  );
  const named = titles === undefined ? null : new Set(titles.split('\n'));
  const [from, to] = [years?.[0] ?? Number.NEGATIVE_INFINITY, years?.[1] ?? Number.POSITIVE_INFINITY];
  return (movie) => {
    const known = ratings.catalogue[movie] as Movie;
    const { genres, year } = known;
    if (out.has(movie) || (statistics.counts[movie] as number) < minRatings) return false;
    if (genre !== undefined && !genres.includes(genre)) return false;
    if (years && (year === null || year < from || year > to)) return false;
    return named === null || named.has(lineOf(known));
  };
}

/** Scores in double precision, less what popularity costs. */
export function discounted(scores: ArrayLike<number>, counts: Int32Array, strength: number): Float64Array {
  const plain = Float64Array.from(scores);
  const mean = plain.reduce((sum, score) => sum + score, 0) / plain.length;
  const deviation = Math.sqrt(plain.reduce((sum, score) => sum + (score - mean) ** 2, 0) / plain.length);
  return plain.map((score, movie) => score - strength * deviation * Math.log10(Math.max(1, counts[movie] as number)));
}

/** All movies, best first, of equal ones the lower id first. */
export const sorted = (scores: Float64Array): Int32Array =>
  Int32Array.from(scores.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
