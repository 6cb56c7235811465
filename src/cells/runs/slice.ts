import { toErrorData } from '../../core/errors.ts';
import { fetchPart } from '../../core/fetch-part.ts';
import type { RunSeen } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import { sizeOf } from '../../core/settings/data-size.ts';
import { AIM_NAMES, withoutDefaults } from '../../state/address/settings-text.ts';
import { latestOnly } from '../../state/latest-only.ts';
import { defineSlice } from '../../state/slice.ts';
import type { TrainingState } from '../train/contract.ts';
import type { RunsCalls, RunsState, RunsView } from './contract.ts';
import type { Work } from './work.ts';

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

export const runsSlice = defineSlice({ runs: INITIAL }, (kit) => {
  const { getState, setState, subscribe, undoable, actions } = kit;
  const { save } = kit.calls<RunsCalls>('runs');
  const change = (changed: Partial<RunsState>): void => setState(({ runs }) => ({ runs: { ...runs, ...changed } }));

  let made: Work | undefined;
  const work = async (): Promise<Work> => {
    made ??= (await fetchPart(() => import('./work.ts'))).createWork(kit);
    return made;
  };
  /** Where the work cannot be fetched, that is the problem of the list. */
  const withWork = async (doing: (work: Work) => Promise<void>): Promise<void> => {
    await work().then(doing, (thrown) => change({ problem: toErrorData(thrown) }));
  };

  const waiting = new Map<RunId, RunSeen>();
  const noteAll = latestOnly(() =>
    withWork(async ({ note }) => {
      for (const [id, run] of waiting) {
        waiting.delete(id);
        await note(run);
      }
    }),
  );

  let isListed = false;
  let notedAt = 0;
  subscribe(({ training, data }, before) => {
    if (!isListed && data.summary !== null) {
      isListed = true;
      void withWork(({ list }) => list());
    }
    if (training.start === null || training === before.training) return;
    if (training.start.runId !== before.training.start?.runId) notedAt = Date.now();
    const isDue = training.epochs !== before.training.epochs && Date.now() - notedAt > REST_MILLISECONDS;
    if (!isDue && !isTurn(training, before.training)) return;
    notedAt = Date.now();
    waiting.set(training.start.runId, seen(training));
    noteAll();
  });

  return {
    actions: {
      renameRun: (id, name) => withWork(({ changeRecord }) => changeRecord(id, { name: name.trim() })),
      noteRun: (id, note) => withWork(({ changeRecord }) => changeRecord(id, { note })),
      noteTestedLists: (id) => withWork(({ changeRecord }) => changeRecord(id, { testedLists: true })),
      setBaseline: (id) => withWork(({ pin }) => pin(id)),
      deleteRuns: (ids) => withWork(({ deleteRuns }) => deleteRuns(ids)),
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
      saveRun: (id) => save({ id }),
      openRun: async (file) => await (await work()).openRun(file),
      addRuns: async (records) => await (await work()).addRuns(records),
      takeSettingsOf({ configuration, data }) {
        const always = data.feedback === 'ratings' ? [] : AIM_NAMES;
        actions.takeSettings(withoutDefaults(configuration, [sizeOf(data.ratings)], always));
      },
    },
  };
});

const seen = ({ start, epochs, summary, run }: TrainingState): RunSeen => ({
  start: start as RunSeen['start'],
  epochs,
  summary,
  failed: run.phase === 'failed',
});

/** Whether a run ended, failed or came to rest. Not whether it began: the list would be drawn while its first epochs are trained. */
const isTurn = (now: TrainingState, before: TrainingState): boolean =>
  now.summary !== before.summary || (now.run.phase !== before.run.phase && ['failed', 'paused'].includes(now.run.phase));
