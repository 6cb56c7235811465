import type { DataSummary } from '../../../state/notebook-state.ts';

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
