import { LabError, type LabErrorData, toErrorData } from '../core/errors.ts';
import { fetchPart } from '../core/fetch-part.ts';
import type { KeptRecord } from '../core/kept-files.ts';
import { KEPT_RUN_VERSION, type KeptRun, type RunInfo } from '../core/kept-run.ts';
import type { RunId, RunName } from '../core/run-report.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { RunLocks } from './run-lock.ts';
import { takeOut } from './take-out.ts';

/** Names runs, and keeps their state in the browser, so that they outlive the page. */
export interface RunRegistry {
  /** Names a new run, or goes on with one that was kept. */
  name(kept?: RunId): RunName;
  /** Numbers that runs of former visits have; new ones count on from there. */
  recall(numbers: ReadonlyMap<RunId, number>): void;
  /** Every run that could be taken up, those that ended in this page too, newest first. */
  listAll(): Promise<readonly KeptRun[]>;
  /** Runs that could go on or recommend, newest first: none that is going, and none that was begun here. */
  list(): Promise<readonly KeptRun[]>;
  /** Reads a run, and holds it until it is released. Throws a LabError where there is no such run, or another tab holds it. */
  take(id: RunId): Promise<TakenRun>;
  /** One that another tab holds stays. Returns what was removed, null where nothing was. */
  remove(id: RunId): Promise<KeptRecord<RunInfo> | null>;
  /** A run with its state as it is kept; null where it is not. */
  file(id: RunId): Promise<KeptRecord<RunInfo> | null>;
  /** Keeps a run again that was removed. */
  putBack(record: KeptRecord<RunInfo>): Promise<void>;
  /** From now on `choose` says which of the runs that are kept stay, however old they are. */
  spare(choose: (kept: readonly KeptRun[]) => Promise<ReadonlySet<RunId>>): void;
  /**
   * Starts to keep a run: a new one, or one that was taken. `onChange` is called when it cannot be kept, and with null
   * when it can be again.
   */
  keep(id: RunId, onChange: (error: LabErrorData | null) => void): RunWriter;
}

export interface TakenRun {
  readonly info: RunInfo;
  readonly checkpoint: Checkpoint;
  /** To be called when the run is over, and before another tab may have it. */
  release(): void;
}

/** Writes the state of one run. None of its calls throws: training goes on whether or not it can be kept. */
export interface RunWriter {
  /** Keeps this state, unless the last time was just now: then with the next call, or with `flush`. */
  save(info: RunInfo, checkpoint: Checkpoint): void;
  /** Keeps what waits. */
  flush(): Promise<void>;
  /** Keeps what waits, with the run's end. */
  end(ended: NonNullable<RunInfo['ended']>): Promise<void>;
}

const checkpoints = () => fetchPart(() => import('./checkpoint.ts'));

/** How many runs stay, apart from those that are going and those that are spared. */
const KEPT = 3;
const REST_MILLISECONDS = 2000;
/** A large model takes long to write; this bounds the share of time. */
const REST_PER_WRITE = 10;

/** `now` gives milliseconds from any origin. */
export function createRunRegistry(store: BlobStore<RunInfo>, locks: RunLocks, now: () => number): RunRegistry {
  let runs = 0;
  const numbers = new Map<RunId, number>();
  const own = new Set<RunId>();
  let chooseSpared = async (_: readonly KeptRun[]): Promise<ReadonlySet<RunId>> => new Set();

  const listIdle = async (): Promise<readonly KeptRun[]> => {
    const [runs, held] = await Promise.all([store.list(), locks.held()]);
    return runs.filter(({ id }) => !held.has(id));
  };

  const listReadable = async (): Promise<readonly KeptRun[]> =>
    (await listIdle()).filter(({ version }) => version === KEPT_RUN_VERSION);

  async function prune(): Promise<void> {
    const idle = await listIdle();
    if (idle.length <= KEPT) return;
    const spared = await chooseSpared(idle);
    for (const { id } of idle.slice(KEPT)) if (!spared.has(id)) await store.remove(id);
  }

  async function read(id: RunId): Promise<Pick<TakenRun, 'info' | 'checkpoint'>> {
    const found = await store.read(id);
    if (found === null) throw new LabError('no-checkpoint', 'This run is no longer kept.', 'Train again.');
    const { blob, ...info } = found;
    return { info, checkpoint: await (await checkpoints()).readCheckpoint(blob) };
  }

  function keep(id: RunId, onChange: (error: LabErrorData | null) => void): RunWriter {
    own.add(id);
    let waiting: readonly [RunInfo, Checkpoint] | null = null;
    let last: readonly [RunInfo, Checkpoint] | null = null;
    let mayWriteAt = Number.NEGATIVE_INFINITY;
    let failed = false;
    let writing: Promise<unknown> = locks.hold(id);

    const write = async (): Promise<void> => {
      if (waiting === null) return;
      const [info, checkpoint] = waiting;
      waiting = null;
      const from = now();
      mayWriteAt = Number.POSITIVE_INFINITY;
      try {
        await store.put(id, info, await (await checkpoints()).writeCheckpoint(checkpoint));
        await prune();
        if (failed) onChange(null);
        failed = false;
      } catch (thrown) {
        if (!failed) onChange(toErrorData(thrown));
        failed = true;
      }
      mayWriteAt = now() + Math.max(REST_MILLISECONDS, REST_PER_WRITE * (now() - from));
    };
    const flush = async (): Promise<void> => {
      writing = writing.then(write);
      await writing;
    };
    return {
      save(info, checkpoint) {
        waiting = [info, checkpoint];
        last = waiting;
        if (now() >= mayWriteAt) void flush();
      },
      flush,
      async end(ended) {
        if (last) waiting = [{ ...last[0], ended }, last[1]];
        await flush();
        locks.release(id);
      },
    };
  }

  return {
    name(kept = crypto.randomUUID()) {
      const number = numbers.get(kept) ?? ++runs;
      numbers.set(kept, number);
      return { runId: kept, number };
    },
    recall(known) {
      for (const [id, number] of known) {
        if (!numbers.has(id)) numbers.set(id, number);
        runs = Math.max(runs, number);
      }
    },
    listAll: listReadable,
    list: async () => (await listReadable()).filter(({ id }) => !own.has(id)),
    async take(id) {
      if (!(await locks.hold(id))) {
        throw new LabError('busy', 'This run is active in another tab.', 'Stop it there, or continue there.');
      }
      const release = (): void => locks.release(id);
      try {
        return { ...(await read(id)), release };
      } catch (thrown) {
        release();
        throw thrown;
      }
    },
    remove: async (id) => ((await locks.held()).has(id) ? null : await takeOut(store, id)),
    file: (id) => store.read(id),
    putBack: (record) => store.putBack(record),
    spare(choose) {
      chooseSpared = choose;
    },
    keep,
  };
}
