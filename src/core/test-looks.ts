import type { Configuration } from './hyperparameters.ts';
import { isSameRecordedData } from './run-figures.ts';
import type { RunRecord } from './run-record.ts';

/** What tells test parts apart. */
export type TestPart = Pick<RunRecord, 'data' | 'configuration'>;

/**
 * How often a test part was looked at: how many of the runs have a test error on these ratings. A run counts once, even if its lists were
 * measured there too, since it is one choice that the test part could have a say in.
 */
export const testLooks = (records: readonly RunRecord[], part: TestPart): number =>
  records.filter((record) => record.test !== null && isSameTestPart(record, part)).length;

const isSameTestPart = (one: TestPart, other: TestPart): boolean =>
  isSameRecordedData(one.data, other.data) && drawOf(one.configuration) === drawOf(other.configuration);

/** What decides which ratings the test part has. */
function drawOf({ split, seed, validationShare, testShare, testPerUser }: Configuration): string {
  switch (split) {
    case 'random':
      return `random ${seed} ${validationShare} ${testShare}`;
    case 'time-cut':
      return `time-cut ${testShare}`;
    case 'leave-last':
      return `leave-last ${testPerUser}`;
    case 'files':
    case 'none':
      return split;
  }
}
