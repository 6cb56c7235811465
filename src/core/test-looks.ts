import { heldOutOf } from './run-figures.ts';
import type { RunRecord } from './run-record.ts';

/**
 * How often the test part of a run was looked at: how many of the runs have a test error on the same ratings. A run counts once, even if
 * its lists were measured there too, since it is one choice that the test part could have a say in.
 */
export const testLooks = (records: readonly RunRecord[], run: RunRecord): number =>
  records.filter((record) => record.test !== null && isSameTestPart(record, run)).length;

const isSameTestPart = (one: RunRecord, other: RunRecord): boolean =>
  heldOutOf(one).data === heldOutOf(other).data && drawOf(one) === drawOf(other);

/** What decides which ratings the test part has. */
function drawOf({ configuration }: RunRecord): string {
  const { split, seed, validationShare, testShare, testPerUser } = configuration;
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
