import { toErrorData } from '../../core/errors.ts';
import { type RunRecord, type RunSeen, runLabel } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import type { SliceKit } from '../../state/slice.ts';
import type { RunsCalls, RunsKept, RunsState } from './contract.ts';

/** What is done with the records of runs; fetched with the list of them, behind the ratings. */
export type Work = ReturnType<typeof createWork>;

export function createWork({ getState, setState, undoable, calls }: SliceKit<'runs'>) {
  const lab = calls<RunsCalls>('runs');
  const change = (changed: Partial<RunsState>): void => setState(({ runs }) => ({ runs: { ...runs, ...changed } }));
  const recordAt = (id: RunId): RunRecord | undefined => getState().runs.records.find((record) => record.id === id);

  /** Shows the change at once, whether or not it can be kept. */
  const keep = async (records: readonly RunRecord[]): Promise<void> => {
    change({ records: withRecords(getState().runs.records, records) });
    await follow(lab.put({ records }));
  };

  const drop = async (ids: readonly RunId[]): Promise<void> => {
    const { records, baseline, drawn } = getState().runs;
    const unlessGone = (id: RunId | null): RunId | null => (id !== null && ids.includes(id) ? null : id);
    change({
      records: records.filter(({ id }) => !ids.includes(id)),
      baseline: unlessGone(baseline),
      drawn: drawn.map(unlessGone),
    });
    await follow(lab.remove({ ids }));
  };

  const pin = async (id: RunId | null): Promise<void> => {
    const { records } = getState().runs;
    change({ baseline: id });
    const changed = records.filter((record) => (record.id === id) !== (record.pinned ?? false)).map(withOtherPin);
    if (changed.length > 0) await keep(changed);
  };

  const putBack = async (records: readonly RunRecord[] | null, instead: readonly RunRecord[] | null): Promise<boolean> => {
    if (records) {
      const { baseline } = getState().runs;
      await keep(records);
      // Another may have been pinned since.
      const pinned = records.find((record) => record.pinned);
      if (pinned) await pin(baseline ?? pinned.id);
    } else if (instead) await drop(instead.map(({ id }) => id));
    return true;
  };

  const follow = async (call: Promise<RunsKept>): Promise<void> => {
    try {
      const { weights, problem } = await call;
      change({ weights, problem });
    } catch (thrown) {
      change({ problem: toErrorData(thrown) });
    }
  };

  const list = async (): Promise<void> => {
    try {
      const { records, ...kept } = await lab.list();
      const { runs } = getState();
      // What was added or chosen meanwhile stays.
      const baseline = runs.baseline ?? records.find(({ pinned }) => pinned)?.id ?? null;
      change({ ...kept, baseline, records: withRecords(records, runs.records) });
    } catch (thrown) {
      change({ problem: toErrorData(thrown) });
    }
  };

  /** Keeps a record with other words, where they are other. */
  const changeRecord = async (id: RunId, changed: Partial<RunRecord>): Promise<void> => {
    const record = recordAt(id);
    const names = Object.keys(changed) as (keyof RunRecord)[];
    if (record && names.some((name) => record[name] !== changed[name])) await keep([{ ...record, ...changed }]);
  };

  return {
    list,
    pin,
    note: (run: RunSeen): Promise<void> =>
      follow(
        lab.note(run).then(({ record, ...kept }) => {
          if (record) change({ records: withRecords(getState().runs.records, [record]) });
          return kept;
        }),
      ),
    changeRecord,
    async deleteRuns(ids: readonly RunId[]): Promise<void> {
      const before = ids.map(recordAt).filter((record) => record !== undefined);
      const [first] = before;
      if (!first) return;
      await drop(ids);
      const words = before.length === 1 ? `${runLabel(first)} is deleted.` : `${before.length} runs are deleted.`;
      undoable({ words, before, after: null, put: putBack });
    },
    async openRun(file: Blob): Promise<readonly RunRecord[]> {
      const { records, ...kept } = await lab.open({ file });
      change(kept);
      return records;
    },
    async addRuns(records: readonly RunRecord[]): Promise<number> {
      const fresh = records.filter(({ id }) => !recordAt(id));
      if (fresh.length > 0) await keep(fresh);
      return fresh.length;
    },
  };
}

function withOtherPin({ pinned, ...record }: RunRecord): RunRecord {
  return pinned ? record : { ...record, pinned: true };
}

/** Newest first, each record in the place of the one that had its id. */
function withRecords(records: readonly RunRecord[], changed: readonly RunRecord[]): readonly RunRecord[] {
  const ids = new Set(changed.map(({ id }) => id));
  const others = records.filter(({ id }) => !ids.has(id));
  return [...changed, ...others].sort((a, b) => b.startedAt - a.startedAt);
}
