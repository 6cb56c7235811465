import type { MovieIndex, RawId } from '../ids.ts';

/** One person's ratings as a service gives them out: titles and years, and no column that says whose they are. */
export interface PersonalExport {
  readonly service: PersonalService;
  readonly rows: readonly PersonalRating[];
  /** Rows of the file without a rating. */
  readonly unrated: number;
  /** The first lines that cannot be read, and how many there are. */
  readonly faulty: { readonly count: number; readonly lines: readonly string[] };
}

export interface PersonalService {
  /** Null where the file does not show which. */
  readonly name: 'Letterboxd' | 'IMDb' | 'Goodreads' | 'MovieLens' | null;
  readonly items: 'films' | 'books' | 'titles';
  readonly scale: { readonly min: number; readonly max: number };
}

export interface PersonalRating {
  /** In the file, from 1. */
  readonly line: number;
  readonly title: string;
  /** What else it is called, such as its original title. */
  readonly otherTitle: string | null;
  /** Those that the file has of it: of books, that of the work and that of the edition. */
  readonly years: readonly number[];
  /** On the scale of the service. */
  readonly rating: number;
  /** Seconds since 1970-01-01 UTC; null where the file has none. */
  readonly time: number | null;
}

/** What a load asks where the file has one person's ratings: whether to add them to the data that is loaded. */
export interface PersonQuestion {
  /** Within its zip, where there is one. */
  readonly file: string;
  readonly service: PersonalService['name'];
  readonly items: PersonalService['items'];
}

/** What is not alike in two titles that are taken for the same. */
export type Difference = 'article' | 'other-title' | 'first-part' | 'year-beside' | 'year-unknown' | 'other-edition';

/** What became of one row. */
export type TitleMatch =
  | { readonly kind: 'matched'; readonly movie: MovieIndex; readonly differences: readonly Difference[] }
  /** Several movies fit alike. */
  | { readonly kind: 'unclear'; readonly movies: readonly MovieIndex[] }
  /** None fits; `near` has the title, of another year. */
  | { readonly kind: 'missing'; readonly near: MovieIndex | null }
  /** The file has a newer rating of the same title, at that place among the rows. */
  | { readonly kind: 'repeated'; readonly by: number }
  /** The movie that fits is the match of another row. */
  | { readonly kind: 'taken'; readonly movie: MovieIndex; readonly by: number };

/** Whose ratings were added to the data. */
export interface AddedUser {
  readonly userId: RawId;
  /** The file that they came from. */
  readonly file: string;
  readonly service: PersonalService['name'];
  readonly ratings: number;
  /** Tells one person's ratings from another's. */
  readonly fingerprint: number;
}
