/** A property that sorts users into categories, as an embedding takes it. */
export interface CategoricalColumn {
  /** What the categories are called: numbers by size, then texts by letter. */
  readonly labels: readonly string[];
  /** (users), positions in `labels`, by UserIndex. */
  readonly codes: Int32Array;
}

/** What is known of the users. Of whom nothing is, stands under "unknown". */
export interface Demographics {
  /** "F" and "M". */
  readonly gender: CategoricalColumn;
  /** Groups such as "25–34" in MovieLens 1M, years in MovieLens 100K. */
  readonly age: CategoricalColumn;
  readonly occupation: CategoricalColumn;
  /** Zip codes as they are written: some have letters or leading zeros. */
  readonly zip: CategoricalColumn;
}

/** What the codes of MovieLens 1M stand for, by its README. */
export const AGES: ReadonlyMap<string, string> = new Map([
  ['1', 'under 18'],
  ['18', '18–24'],
  ['25', '25–34'],
  ['35', '35–44'],
  ['45', '45–49'],
  ['50', '50–55'],
  ['56', '56 and over'],
]);

/** The same by their number. */
export const OCCUPATIONS = [
  'other or not specified',
  'academic/educator',
  'artist',
  'clerical/admin',
  'college/grad student',
  'customer service',
  'doctor/health care',
  'executive/managerial',
  'farmer',
  'homemaker',
  'K-12 student',
  'lawyer',
  'programmer',
  'retired',
  'sales/marketing',
  'scientist',
  'self-employed',
  'technician/engineer',
  'tradesman/craftsman',
  'unemployed',
  'writer',
] as const;
