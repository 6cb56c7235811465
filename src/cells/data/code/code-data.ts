import type { DataSummary } from '../../../core/data-summary.ts';

/** What the Python code depends on. */
export type CodeData = Pick<
  DataSummary,
  | 'words'
  | 'added'
  | 'kind'
  | 'file'
  | 'sha256'
  | 'layout'
  | 'users'
  | 'movies'
  | 'ratings'
  | 'scale'
  | 'notes'
  | 'cleaning'
  | 'suspects'
  | 'readScale'
  | 'feedback'
  | 'firstTimestamp'
  | 'firstUserId'
  | 'firstMovieId'
>;
