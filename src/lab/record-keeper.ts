import { type LabErrorData, toErrorData } from '../core/errors.ts';
import { MOST_RECORDS, RUN_RECORD_VERSION, type RunRecord, type RunSeen, recordOf } from '../core/run-record.ts';
import type { RunId } from '../core/run-report.ts';
import { type RunRecordStore, runRecords } from '../storage/run-records.ts';

/** The records of all runs: in the browser's storage, and where that fails in memory alone. None of its calls throws. */
export interface RecordKeeper {
  /** Newest first. */
  list(): Promise<readonly RunRecord[]>;
  /** Makes the record of a run, or brings it up to date; null where it was removed meanwhile. */
  note(run: RunSeen): Promise<RunRecord | null>;
  put(records: readonly RunRecord[]): Promise<void>;
  remove(ids: readonly RunId[]): Promise<void>;
  /** Why the records will be gone with the page; null where they stay. */
  readonly problem: LabErrorData | null;
}

/** The run that the others are compared with stays, and those of a file go first: whoever opened it has it still. */
const rankOf = ({ pinned, origin }: RunRecord): number => (pinned ? 2 : origin === 'file' ? 0 : 1);

export function createRecordKeeper(store: RunRecordStore = runRecords, now: () => number = Date.now): RecordKeeper {
  let known: Promise<Map<RunId, RunRecord>> | null = null;
  let problem: LabErrorData | null = null;
  const removed = new Set<RunId>();
  /** What could not be stored yet. */
  const unstored = new Map<RunId, RunRecord>();

  const attempt = async <T>(call: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      const answer = await call();
      problem = null;
      return answer;
    } catch (thrown) {
      problem = toErrorData(thrown);
      return otherwise;
    }
  };

  /** Read once: what another tab adds meanwhile is seen at the next visit. */
  const read = (): Promise<Map<RunId, RunRecord>> => {
    known ??= attempt(() => store.list(), []).then((all) => {
      const readable = all.filter(({ version }) => version === RUN_RECORD_VERSION);
      return new Map(readable.map((record) => [record.id, record]));
    });
    return known;
  };

  const newestFirst = (records: Map<RunId, RunRecord>): RunRecord[] =>
    [...records.values()].sort((a, b) => b.startedAt - a.startedAt);

  async function put(added: readonly RunRecord[]): Promise<void> {
    const records = await read();
    for (const record of added) {
      records.set(record.id, record);
      unstored.set(record.id, record);
      removed.delete(record.id);
    }
    const firstToStay = newestFirst(records).sort((a, b) => rankOf(b) - rankOf(a));
    await forget(firstToStay.slice(MOST_RECORDS).map(({ id }) => id));
    const stored = [...unstored.values()];
    await attempt(async () => {
      await store.put(stored);
      for (const record of stored) if (unstored.get(record.id) === record) unstored.delete(record.id);
    }, undefined);
  }

  async function forget(ids: readonly RunId[]): Promise<void> {
    if (ids.length === 0) return;
    const records = await read();
    for (const id of ids) {
      records.delete(id);
      unstored.delete(id);
    }
    await attempt(() => store.remove(ids), undefined);
  }

  return {
    list: async () => newestFirst(await read()),
    async note(run) {
      const { runId } = run.start;
      const record = recordOf(run, (await read()).get(runId), now());
      if (removed.has(runId)) return null;
      await put([record]);
      return record;
    },
    put,
    async remove(ids) {
      for (const id of ids) removed.add(id);
      await forget(ids);
    },
    get problem() {
      return problem;
    },
  };
}
