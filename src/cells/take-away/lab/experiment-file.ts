import { LabError } from '../../../core/errors.ts';
import type { RunRecord } from '../../../core/run-record.ts';
import { writeCheckpoint } from '../../../lab/checkpoint.ts';
import { describeKept } from '../../../lab/describe-run.ts';
import type { NetworkRun } from '../../../lab/model.ts';
import { writeRunBundle } from '../../../lab/run-bundle.ts';

/** The run with its weights and their moments, from which it goes on, beside the records of the others. */
export async function experimentFile(run: NetworkRun, records: readonly RunRecord[]): Promise<Blob> {
  const record = records.find(({ id }) => id === run.runId);
  if (!record) throw new LabError('no-checkpoint', 'This run is no longer in the list of runs.', 'Train again, then save it.');
  const info = { ...describeKept(run), ended: record.outcome };
  const others = records.filter(({ id }) => id !== run.runId);
  return writeRunBundle({ record, info, checkpoint: await writeCheckpoint(run.checkpoint), others });
}
