/** The object stores of one sort of files: what is known of each, and the bytes of a blob under the same id. */
export interface StorePair {
  readonly records: string;
  readonly files: string;
}

export const DATA_SETS: StorePair = { records: 'data-sets', files: 'data-set-files' };
/** What is known of every run, its state let go or not. */
export const RUN_RECORDS = 'run-records';
export const RUNS: StorePair = { records: 'runs', files: 'run-states' };
