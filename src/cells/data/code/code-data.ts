import type { DataSummary } from '../../../core/data-summary.ts';

/** What the code is made of. */
export type CodeData = Pick<
  DataSummary,
  | 'kind'
  | 'file'
  | 'sha256'
  | 'layout'
  | 'users'
  | 'movies'
  | 'ratings'
  | 'scale'
  | 'notes'
  | 'firstTimestamp'
  | 'firstUserId'
  | 'firstMovieId'
>;
