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
