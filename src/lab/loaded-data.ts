import type { DataSummary } from '../core/data-summary.ts';
import { LabError } from '../core/errors.ts';
import type { MovieStatistics } from '../core/movie-statistics.ts';
import type { Ratings } from '../core/ratings.ts';

/** A data set with what every capability asks of it. */
export interface LabData {
  readonly ratings: Ratings;
  readonly statistics: MovieStatistics;
  readonly summary: DataSummary;
}

/** Holds the data that is loaded. */
export interface LoadedData {
  /** Throws a LabError where there is none, with what it was wanted for. */
  at(purpose: string): LabData;
  /** Puts other data in its place. */
  take(data: LabData): void;
}

export function createLoadedData(): LoadedData {
  let current: LabData | null = null;
  return {
    at(purpose) {
      if (current === null) throw new LabError('no-data', `There are no ratings to ${purpose} yet.`, 'Load the data first.');
      return current;
    },
    take(data) {
      current = data;
    },
  };
}

/** What is made of a data set once: kept as long as that data is the one last asked about. */
export function ofData<Made>(make: (data: LabData) => Made): (data: LabData) => Made {
  let last: { readonly data: LabData; readonly made: Made } | null = null;
  return (data) => {
    if (last?.data !== data) last = { data, made: make(data) };
    return last.made;
  };
}
