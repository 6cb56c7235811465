import type { Configuration } from '../../core/hyperparameters.ts';
import { type RunRecord, runLabel } from '../../core/run-record.ts';
import { recordOfId } from './selectors.ts';

/** The settings as they are now, or the id of a run. */
export type Chosen = 'now' | (string & {});

/** A run whose settings are chosen may be gone since. */
export const configurationOf = (chosen: Chosen, records: readonly RunRecord[], now: Configuration): Configuration =>
  recordOfId(records, chosen)?.configuration ?? now;

export const configurationOptions = (records: readonly RunRecord[]): readonly (readonly [Chosen, string])[] => [
  ['now', 'The settings now'],
  ...records.map((record): readonly [Chosen, string] => [record.id, runLabel(record)]),
];
