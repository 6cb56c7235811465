import { loadCharts } from '../../charts/load-charts.ts';
import { type CellEvent, isBusy, READY } from '../../core/cell-machine.ts';
import { UNCLEANED } from '../../core/clean/cleaning.ts';
import { type LabErrorData, toErrorData } from '../../core/errors.ts';
import { type Configuration, SETTINGS } from '../../core/hyperparameters.ts';
import type { KeptRecord } from '../../core/kept-files.ts';
import type { KeptRun, RunInfo } from '../../core/kept-run.ts';
import type { ModelName } from '../../core/model-name.ts';
import type { HaltPoint, RunPacing } from '../../core/run.ts';
import type { RunEvent, RunSummary } from '../../core/run-report.ts';
import { sizeOf } from '../../core/settings/data-size.ts';
import { formatSetting } from '../../core/settings/format.ts';
import type { CallOptions } from '../../lab/wire.ts';
import { AIM_NAMES, withoutDefaults } from '../../state/address/settings-text.ts';
import { choiceOf } from '../../state/data-choice.ts';
import { isThereNow, selectConfiguration } from '../../state/selectors.ts';
import { defineSlice } from '../../state/slice.ts';
import type { TrainCalls, TrainingState } from './contract.ts';
import { pacingOf } from './pacing/pacing.ts';
import { planRecovery, recoveryWords } from './recovery.ts';
import { afterRunEvent } from './run-events.ts';

const NOTHING_YET = {
  start: null,
  haltsEarly: false,
  progress: null,
  epochs: [],
  summary: null,
  notice: null,
  notKept: null,
} as const;

/** Engines are timed once the page has been at rest for so long: drawing would disturb the times, and the timing what is asked for. */
const REST_MILLISECONDS = 500;

/** In seconds: nothing that takes longer starts by itself. */
const LONGEST_REFIT = 1;

const FITTED_AGAIN = 'The page was reloaded, so this model was fitted again.';

const goneWords = (model: ModelName, seconds: number): string =>
  `The page was reloaded, and the model ${formatSetting(SETTINGS.model, model)} is gone. Fitting it again takes about ${Math.ceil(seconds)} s.`;

const INITIAL: TrainingState = { run: READY, ...NOTHING_YET, kept: [], inUse: null };

export const trainSlice = defineSlice({ training: INITIAL }, (kit) => {
  const { getState, setState, subscribe, run, dispatch, undoable, actions } = kit;
  const calls = kit.calls<TrainCalls>('train');
  let going = new AbortController();

  const change = (changed: Partial<TrainingState>): void =>
    setState(({ training }) => ({ training: { ...training, ...changed } }));

  /** The settings of the run that was asked for last. */
  let asked: Configuration | null = null;

  /** A run starts over what the page shows of the one before. */
  const follow = async (
    configuration: Configuration,
    notice: string | null,
    haltsAt: HaltPoint | null,
    call: (pacing: RunPacing, options: CallOptions<RunEvent>) => Promise<RunSummary>,
  ): Promise<void> => {
    if (isBusy(getState().training.run)) return;
    asked = configuration;
    const pacing = pacingOf(getState(), haltsAt);
    change({ ...NOTHING_YET, haltsEarly: pacing.haltsAt === 'start' || pacing.haltsAt === 'batch', notice });
    going = new AbortController();
    const { signal } = going;
    let isToHalt = pacing.haltsAt !== null;
    const onProgress = (event: RunEvent): void => {
      setState(({ training }) => ({ training: afterRunEvent(training, event) }));
      if (!isToHalt || event.kind !== 'run-progress' || !event.progress.paused) return;
      isToHalt = false;
      dispatch('training', { kind: 'pause' });
    };
    await run('training', async () => change({ summary: await call(pacing, { onProgress, signal }), progress: null }));
  };

  const train = (configuration: Configuration, notice: string | null = null, haltsAt: HaltPoint | null = null): Promise<void> =>
    follow(configuration, notice, haltsAt, (pacing, options) => calls.start({ configuration, pacing }, options));

  const trainTo = (haltsAt: HaltPoint): Promise<void> => train(selectConfiguration(getState()), null, haltsAt);

  const restore = ({ id, configuration }: KeptRun, goOn: boolean, notice: string | null = null): Promise<void> =>
    follow(configuration, notice, null, (pacing, options) => calls.restore({ id, goOn, pacing }, options));

  /** Loads what a kept run was trained on, unless it is there; whether it is there now. */
  const bringData = async ({ data: wanted }: KeptRun): Promise<boolean> => {
    const isThere = () => isThereNow(getState(), wanted);
    const choice = choiceOf(wanted, getState().kept.sets);
    if (!isThere() && choice) await actions.load(choice, wanted.cleaning ?? UNCLEANED);
    return isThere();
  };

  const listKept = async (): Promise<void> => {
    // What cannot be listed cannot be offered; a run that cannot be kept says so itself.
    change({ kept: await calls.keptRuns().catch(() => []) });
  };

  const putRun = async (record: KeptRecord<RunInfo> | null, instead: KeptRecord<RunInfo> | null): Promise<boolean> => {
    if (record) await calls.putBackRun({ record });
    else if (instead) await calls.removeRun({ id: instead.id });
    await listKept();
    return true;
  };

  const steer = async (call: Promise<void>, then?: CellEvent): Promise<void> => {
    try {
      await call;
      if (then) dispatch('training', then);
    } catch (thrown) {
      dispatch('training', { kind: 'fail', error: toErrorData(thrown) });
    }
  };

  const recover = async (error: LabErrorData): Promise<void> => {
    const { training } = getState();
    const interrupted = { going: isBusy(training.run) ? asked : null, inUse: training.inUse };
    change({ inUse: null });
    const isBack = await actions.bringBackData(error);
    await listKept();
    const { training: now, data: then } = getState();
    const recovery = planRecovery(interrupted, now.kept, isBack ? then.summary : null);
    const notice = `${error.message} ${recoveryWords(recovery)}`;
    if (recovery.kind === 'train') await train(recovery.configuration, notice);
    else if (recovery.kind === 'restore') await restore(recovery.kept, recovery.goOn, notice);
    else change({ notice });
  };

  // What is missing for a run is said when the run is asked for.
  const prepare = (): Promise<void> => calls.prepare({ configuration: selectConfiguration(getState()) }).catch(() => undefined);
  const prepareAtRest = async (): Promise<void> => {
    await calls.timeEngines({ configuration: selectConfiguration(getState()) }).catch(() => undefined);
    // It is large; where it arrives during the first epochs, it takes the processor from them. Whoever draws a curve asks for it again.
    await loadCharts().catch(() => undefined);
  };
  let isPrepared = true;
  let rest: ReturnType<typeof setTimeout> | undefined;
  subscribe(({ data: { summary } }, before) => {
    if (summary !== before.data.summary) {
      isPrepared = summary === null;
      if (summary) void prepare();
    }
    if (isPrepared) return;
    clearTimeout(rest);
    rest = setTimeout(() => {
      isPrepared = true;
      void prepareAtRest();
    }, REST_MILLISECONDS);
  });

  return {
    actions: {
      train: () => train(selectConfiguration(getState())),
      trainHalted: () => trainTo('start'),
      async restoreRun(kept, goOn) {
        if (isBusy(getState().training.run)) return;
        const { ratings, feedback } = kept.data;
        actions.takeSettings(withoutDefaults(kept.configuration, [sizeOf(ratings)], feedback ? AIM_NAMES : []));
        if (!(await bringData(kept))) return;
        await restore(kept, goOn);
        await listKept();
      },
      async bringBackModel(id) {
        const kept = getState().training.kept.find((one) => one.id === id);
        if (kept && isThereNow(getState(), kept.data)) await restore(kept, false);
      },
      async bringBackFit({ id, configuration, seconds }) {
        if (seconds > LONGEST_REFIT) change({ notice: goneWords(configuration.model, seconds) });
        else
          await follow(configuration, FITTED_AGAIN, null, (pacing, options) =>
            calls.start({ configuration, pacing, id }, options),
          );
      },
      async removeRun({ id }) {
        const before = await calls.removeRun({ id }).catch(() => null);
        await listKept();
        if (before) undoable({ words: 'Kept run discarded.', before, after: null, put: putRun });
      },
      noteOnRun: (notice) => change({ notice }),
      putInUse: (inUse) => change({ inUse }),
      listKeptRuns: listKept,
      pause: () => steer(calls.pause(), { kind: 'pause' }),
      resume: () => steer(calls.resume(), { kind: 'resume' }),
      step: (grain) => (isBusy(getState().training.run) ? steer(calls.step({ grain })) : trainTo(grain)),
      stop: () => going.abort(),
      recover,
    },
  };
});
