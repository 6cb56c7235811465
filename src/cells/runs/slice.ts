import { isBusy } from '../../core/cell-machine.ts';
import { toErrorData } from '../../core/errors.ts';
import { type RunRecord, type RunSeen, runLabel } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import { sizeOf } from '../../core/settings/data-size.ts';
import { AIM_NAMES, withoutDefaults } from '../../state/address/settings-text.ts';
import { latestOnly } from '../../state/latest-only.ts';
import { defineSlice } from '../../state/slice.ts';
import type { TrainingState } from '../train/contract.ts';
import type { RunsCalls, RunsKept, RunsState, RunsView } from './contract.ts';

/** Of so many curves each has a colour of its own. */
export const COLOURS = 8;

const INITIAL: RunsState = {
  records: [],
  weights: [],
  problem: null,
  baseline: null,
  drawn: Array.from({ length: COLOURS }, () => null),
  view: { filter: '', ranges: {}, differencesOnly: true, byHand: {} },
};

/** A run that goes is noted no more often than this: its record is for later, and noting it takes time from the training. */
const REST_MILLISECONDS = 5000;

export const runsSlice = defineSlice({ runs: INITIAL }, ({ getState, setState, subscribe, undoable, calls, actions }) => {
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

  const waiting = new Map<RunId, RunSeen>();
  const noteAll = latestOnly(async () => {
    for (const [id, run] of waiting) {
      waiting.delete(id);
      await follow(
        lab.note(run).then(({ record, ...kept }) => {
          if (record) change({ records: withRecords(getState().runs.records, [record]) });
          return kept;
        }),
      );
    }
  });

  let isListed = false;
  let notedAt = Number.NEGATIVE_INFINITY;
  subscribe(({ training, data }, before) => {
    if (!isListed && data.summary !== null) {
      isListed = true;
      void list();
    }
    if (training.start === null || training === before.training) return;
    const isDue = training.epochs !== before.training.epochs && Date.now() - notedAt > REST_MILLISECONDS;
    if (!isDue && !isTurn(training, before.training)) return;
    notedAt = Date.now();
    waiting.set(training.start.runId, seen(training));
    noteAll();
  });

  return {
    actions: {
      async renameRun(id, name) {
        const record = recordAt(id);
        if (record && record.name !== name.trim()) await keep([{ ...record, name: name.trim() }]);
      },
      async noteRun(id, note) {
        const record = recordAt(id);
        if (record && record.note !== note) await keep([{ ...record, note }]);
      },
      async noteTestedLists(id) {
        const record = recordAt(id);
        if (record) await keep([{ ...record, testedLists: true }]);
      },
      setBaseline: pin,
      setRunsView(changed, undoWords) {
        const before = getState().runs.view;
        const show = (part: Partial<RunsView>): boolean => {
          change({ view: { ...getState().runs.view, ...part } });
          return true;
        };
        show(changed);
        if (undoWords === undefined) return;
        const names = Object.keys(changed) as (keyof RunsView)[];
        const was = Object.fromEntries(names.map((name) => [name, before[name]])) as Partial<RunsView>;
        undoable({ words: undoWords, before: was, after: changed, put: show });
      },
      drawRun(id, on) {
        const { drawn } = getState().runs;
        const place = drawn.indexOf(on ? null : id);
        if (place >= 0 && drawn.includes(id) !== on) change({ drawn: drawn.with(place, on ? id : null) });
      },
      async deleteRuns(ids) {
        const before = ids.map(recordAt).filter((record) => record !== undefined);
        const [first] = before;
        if (!first) return;
        await drop(ids);
        const words = before.length === 1 ? `${runLabel(first)} is deleted.` : `${before.length} runs are deleted.`;
        undoable({ words, before, after: null, put: putBack });
      },
      saveRun: (id) => lab.save({ id }),
      async openRun(file) {
        const { records, ...kept } = await lab.open({ file });
        change(kept);
        return records;
      },
      async addRuns(records) {
        const fresh = records.filter(({ id }) => !recordAt(id));
        if (fresh.length > 0) await keep(fresh);
        return fresh.length;
      },
      takeSettingsOf({ configuration, data }) {
        const always = data.feedback === 'ratings' ? [] : AIM_NAMES;
        actions.takeSettings(withoutDefaults(configuration, [sizeOf(data.ratings)], always));
      },
    },
  };
});

function withOtherPin({ pinned, ...record }: RunRecord): RunRecord {
  return pinned ? record : { ...record, pinned: true };
}

const seen = ({ start, epochs, summary, run }: TrainingState): RunSeen => ({
  start: start as RunSeen['start'],
  epochs,
  summary,
  failed: run.phase === 'failed',
});

/** Whether a run began, ended or failed. */
const isTurn = (now: TrainingState, before: TrainingState): boolean =>
  now.start?.runId !== before.start?.runId ||
  now.summary !== before.summary ||
  (now.run.phase === 'failed' && isBusy(before.run));

/** Newest first, each record in the place of the one that had its id. */
function withRecords(records: readonly RunRecord[], changed: readonly RunRecord[]): readonly RunRecord[] {
  const ids = new Set(changed.map(({ id }) => id));
  const others = records.filter(({ id }) => !ids.has(id));
  return [...changed, ...others].sort((a, b) => b.startedAt - a.startedAt);
}
