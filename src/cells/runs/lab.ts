import { LabError } from '../../core/errors.ts';
import { runsToSpare } from '../../core/runs-to-spare.ts';
import type { Bench } from '../../lab/bench.ts';
import { createRecordKeeper } from '../../lab/record-keeper.ts';
import { readRunBundle, writeRunBundle } from '../../lab/run-bundle.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { RunsCalls, RunsKept } from './contract.ts';

export function handlers({ runs }: Bench): HandlersOf<RunsCalls> {
  const keeper = createRecordKeeper();
  runs.spare(async (kept) =>
    runsToSpare(
      kept.map(({ id }) => id),
      await keeper.list(),
    ),
  );

  /** What cannot be listed cannot be offered. */
  const kept = async (): Promise<RunsKept> => ({
    weights: await runs.listAll().catch(() => []),
    problem: keeper.problem,
  });

  return {
    async list() {
      const records = await keeper.list();
      runs.recall(new Map(records.filter(({ origin }) => origin !== 'file').map(({ id, number }) => [id, number])));
      return { records, ...(await kept()) };
    },
    async note(run) {
      return { record: await keeper.note(run), ...(await kept()) };
    },
    async put({ records }) {
      await keeper.put(records);
      return await kept();
    },
    async save({ id }) {
      const record = (await keeper.list()).find((one) => one.id === id);
      const file = await runs.file(id);
      if (!record || !file) throw new LabError('no-checkpoint', 'The weights of this run are no longer kept.', 'Train it again.');
      const { blob: checkpoint, ...info } = file;
      return writeRunBundle({ record, info, checkpoint });
    },
    async open({ file }) {
      const { record, info, checkpoint, others = [] } = await readRunBundle(file);
      await runs.putBack({ ...info, id: record.id, savedAt: Date.now(), bytes: checkpoint.size, blob: checkpoint });
      return { records: [record, ...others], ...(await kept()) };
    },
    async remove({ ids }) {
      await keeper.remove(ids);
      return await kept();
    },
  };
}
