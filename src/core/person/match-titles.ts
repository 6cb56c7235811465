import type { MovieIndex } from '../ids.ts';
import type { Movie } from '../ratings.ts';
import type { Sliced } from '../slices.ts';
import type { Difference, PersonalRating, TitleMatch } from './person.ts';
import { type KeyKind, titleKeys } from './title-keys.ts';

/** A movie that a row may be about, and how far it is from that: less is closer. */
interface Candidate {
  readonly movie: MovieIndex;
  readonly year: YearFit;
  readonly title: number;
  readonly distance: number;
}

const EQUAL = 0;
const BESIDE = 1;
const UNKNOWN = 2;
const APART = 3;
type YearFit = typeof EQUAL | typeof BESIDE | typeof UNKNOWN | typeof APART;

const KINDS: readonly KeyKind[] = ['whole', 'article', 'other-title', 'first-part'];
const FIRST_PART = KINDS.indexOf('first-part');
const OTHER_TITLE = KINDS.indexOf('other-title');
const MOST_UNCLEAR = 20;
/** Movies in a slice of the work. */
const SLICE = 512;

export interface MatchOptions {
  /** Whether a title may come out again in any year, as editions of books do. */
  readonly hasEditions: boolean;
  /** How often each movie is rated: of those that fit alike the most rated stand first. */
  readonly counts: Int32Array;
}

/**
 * Finds the movie of each row by title and year, in the order of the rows. A year may be off by one where no closer movie is there. No
 * movie is the match of two rows: of rows with the same title and years the newest has it, of others the closest, and the rest say so.
 */
export function* matchTitles(
  rows: readonly PersonalRating[],
  catalogue: readonly Movie[],
  options: MatchOptions,
): Sliced<readonly TitleMatch[]> {
  const newest = newestRows(rows);
  const found = yield* candidatesOf(rows, newest, catalogue, options);
  const matches = rows.map((_, at): TitleMatch => {
    const by = newest[at] as number;
    return by === at ? closest(found.get(at) ?? [], options) : { kind: 'repeated', by };
  });
  return withoutDoubles(matches, (at, movie) => distanceTo(found.get(at), movie));
}

/** For each row the row that counts: the newest of those with its title and years; of equally new ones the last. */
function newestRows(rows: readonly PersonalRating[]): readonly number[] {
  const keyOf = ({ title, years }: PersonalRating): string => `${title.trim().toLowerCase()}\n${years.join()}`;
  const newest = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    const before = newest.get(keyOf(row));
    const isNewer = before === undefined || (row.time ?? 0) >= ((rows[before] as PersonalRating).time ?? 0);
    if (isNewer) newest.set(keyOf(row), at);
  }
  return rows.map((row) => newest.get(keyOf(row)) as number);
}

/** Keys of the rows are looked up for each movie: a catalogue can be far larger than what one person has rated. */
function* candidatesOf(
  rows: readonly PersonalRating[],
  newest: readonly number[],
  catalogue: readonly Movie[],
  options: MatchOptions,
): Sliced<ReadonlyMap<number, readonly Candidate[]>> {
  const wanted = new Map<string, { readonly at: number; readonly kind: number }[]>();
  for (const [at, row] of rows.entries()) {
    if (newest[at] !== at) continue;
    for (const { key, kind } of keysOf(row)) wanted.set(key, [...(wanted.get(key) ?? []), { at, kind }]);
  }
  const found = new Map<number, Candidate[]>();
  const look = (movie: MovieIndex, { title, year }: Movie): void => {
    const best = new Map<number, number>();
    for (const { key, kind } of titleKeys(title)) {
      for (const { at, kind: wantedKind } of wanted.get(key) ?? []) {
        const fit = fitOf(KINDS.indexOf(kind), wantedKind);
        if (fit !== null) best.set(at, Math.min(fit, best.get(at) ?? fit));
      }
    }
    for (const [at, fit] of best) {
      const years = yearFit((rows[at] as PersonalRating).years, year);
      const distance = distanceOf(years, fit, options);
      found.set(at, [...(found.get(at) ?? []), { movie, year: years, title: fit, distance }]);
    }
  };
  for (const [at, movie] of catalogue.entries()) {
    look(at as MovieIndex, movie);
    if (at % SLICE === 0) yield SLICE;
  }
  return found;
}

function keysOf({ title, otherTitle }: PersonalRating): readonly { readonly key: string; readonly kind: number }[] {
  const keys = titleKeys(title).map(({ key, kind }) => ({ key, kind: KINDS.indexOf(kind) }));
  if (otherTitle === null) return keys;
  const known = new Set(keys.map(({ key }) => key));
  const others = titleKeys(otherTitle).filter(({ key }) => !known.has(key));
  return [...keys, ...others.map(({ key, kind }) => ({ key, kind: kind === 'first-part' ? FIRST_PART : OTHER_TITLE }))];
}

/** The looser of the two; null where both are first parts, or one is the first part of another title. */
function fitOf(a: number, b: number): number | null {
  const [closer, looser] = [Math.min(a, b), Math.max(a, b)];
  return looser === FIRST_PART && closer >= OTHER_TITLE ? null : looser;
}

function yearFit(years: readonly number[], year: number | null): YearFit {
  if (year === null || years.length === 0) return UNKNOWN;
  const apart = Math.min(...years.map((wanted) => Math.abs(wanted - year)));
  return apart === 0 ? EQUAL : apart === 1 ? BESIDE : APART;
}

/** Years weigh more than titles. Infinite where it is another title: first parts say enough in the same year alone. */
function distanceOf(year: YearFit, title: number, { hasEditions }: MatchOptions): number {
  if (title === FIRST_PART && year !== EQUAL) return Number.POSITIVE_INFINITY;
  if (year === APART && !(hasEditions && title < OTHER_TITLE)) return Number.POSITIVE_INFINITY;
  return year * KINDS.length + title;
}

function closest(candidates: readonly Candidate[], { counts }: MatchOptions): TitleMatch {
  const byCount = (a: { readonly movie: MovieIndex }, b: { readonly movie: MovieIndex }): number =>
    (counts[b.movie] as number) - (counts[a.movie] as number);
  const least = Math.min(...candidates.map(({ distance }) => distance));
  if (least === Number.POSITIVE_INFINITY) {
    const near = candidates.filter(({ title }) => title < OTHER_TITLE).sort(byCount)[0]?.movie ?? null;
    return { kind: 'missing', near };
  }
  const best = candidates.filter(({ distance }) => distance === least);
  const [only] = best as [Candidate];
  if (best.length === 1) return { kind: 'matched', movie: only.movie, differences: differencesOf(only) };
  const movies = best.toSorted(byCount).map(({ movie }) => movie);
  return { kind: 'unclear', movies: movies.slice(0, MOST_UNCLEAR) };
}

const OF_YEAR: Readonly<Record<YearFit, Difference | null>> = {
  [EQUAL]: null,
  [BESIDE]: 'year-beside',
  [UNKNOWN]: 'year-unknown',
  [APART]: 'other-edition',
};

function differencesOf({ title, year }: Candidate): readonly Difference[] {
  const kind = KINDS[title] as KeyKind;
  return [kind === 'whole' ? null : kind, OF_YEAR[year]].filter((difference) => difference !== null);
}

const distanceTo = (candidates: readonly Candidate[] | undefined, movie: MovieIndex): number =>
  candidates?.find((candidate) => candidate.movie === movie)?.distance ?? Number.POSITIVE_INFINITY;

/** The movie of each row, with those that somebody has picked for unclear rows; null where it has none. No movie is there twice. */
export function moviesOf(
  matches: readonly TitleMatch[],
  picks: Readonly<Record<number, number>>,
): readonly (MovieIndex | null)[] {
  const used = new Set(matches.flatMap((match) => (match.kind === 'matched' ? [match.movie] : [])));
  return matches.map((match, at) => {
    if (match.kind === 'matched') return match.movie;
    const picked = match.kind === 'unclear' ? match.movies.find((movie) => movie === picks[at]) : undefined;
    if (picked === undefined || used.has(picked)) return null;
    used.add(picked);
    return picked;
  });
}

/** Leaves each movie to one row, the closest, of equally close ones the first; an unclear row has none that is another's. */
function withoutDoubles(
  matches: readonly TitleMatch[],
  distance: (at: number, movie: MovieIndex) => number,
): readonly TitleMatch[] {
  const owner = new Map<MovieIndex, number>();
  for (const [at, match] of matches.entries()) {
    if (match.kind !== 'matched') continue;
    const before = owner.get(match.movie);
    if (before === undefined || distance(at, match.movie) < distance(before, match.movie)) owner.set(match.movie, at);
  }
  return matches.map((match, at): TitleMatch => {
    if (match.kind === 'matched') {
      const by = owner.get(match.movie) as number;
      return by === at ? match : { kind: 'taken', movie: match.movie, by };
    }
    if (match.kind !== 'unclear') return match;
    const free = match.movies.filter((movie) => !owner.has(movie));
    const [first] = match.movies as [MovieIndex];
    return free.length > 0 ? { kind: 'unclear', movies: free } : { kind: 'taken', movie: first, by: owner.get(first) as number };
  });
}
