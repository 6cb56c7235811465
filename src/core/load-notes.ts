/** What can be odd about ratings that are read all the same. */
export type LoadNoteKind =
  /** Ratings of the same movie by the same user. */
  | 'duplicate-ratings'
  /** Ratings that are not on the scale of all others. */
  | 'out-of-scale'
  /** Ratings of a value that means "not rated". */
  | 'not-rated'
  /** Ratings beyond the smallest or the largest that counts. */
  | 'out-of-range'
  /** Ratings of users, or of items, that have fewer than is asked for. */
  | 'outside-core'
  /** Rated movies of which the file of titles says nothing. Counts movies. */
  | 'missing-titles'
  /** Ratings of those movies. */
  | 'orphan-ratings'
  /** Movies of the file of titles that nobody rated. */
  | 'unrated-movies'
  /** Movies that the file of titles has more than once. */
  | 'duplicate-movies'
  /** Ratings without a time, among others that have one. */
  | 'missing-times'
  /** Users of whom the file of users says nothing. */
  | 'unknown-users'
  /** Rows without a user, a movie or a rating. */
  | 'incomplete-rows'
  /** Rows that cannot be read. */
  | 'faulty-rows'
  /** Lines of the file of titles that cannot be read. */
  | 'faulty-titles'
  /** Files that lie beside the ratings and cannot be read. */
  | 'unread-files'
  /** How the file was read, where that had to be guessed. Counts nothing. */
  | 'way-of-reading';

/** One oddity: how many there are, and the rule that was applied. */
export interface LoadNote {
  readonly kind: LoadNoteKind;
  readonly count: number;
  /** One sentence, such as "The newest rating counts." */
  readonly rule: string;
  /** The first lines that it is about. */
  readonly lines?: readonly string[];
}
