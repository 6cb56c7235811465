import { type CellEvent, isBusy, READY } from '../../core/cell-machine.ts';
import { sizeOf } from '../../core/data-size.ts';
import { isSameData } from '../../core/data-source.ts';
import { type LabErrorData, toErrorData } from '../../core/errors.ts';
import { canGoOn, type KeptRun } from '../../core/kept-run.ts';
import type { RunEvent, RunSummary } from '../../core/run-report.ts';
import type { CallOptions } from '../../lab/wire.ts';
import { withoutDefaults } from '../../state/address/settings-text.ts';
import { choiceOf } from '../../state/data-choice.ts';
import { isThereNow, selectConfiguration } from '../../state/selectors.ts';
import { defineSlice } from '../../state/slice.ts';
import type { TrainCalls, TrainingState } from './contract.ts';
import { afterRunEvent } from './run-events.ts';

const NOTHING_YET = { start: null, progress: null, epochs: [], summary: null, notice: null, notKept: null } as const;

const INITIAL: TrainingState = { run: READY, ...NOTHING_YET, kept: [], inUse: null };

export const trainSlice = defineSlice({ training: INITIAL }, (kit) => {
  const { getState, setState, run, dispatch, actions } = kit;
  const calls = kit.calls<TrainCalls>('train');
  let going = new AbortController();

  const change = (changed: Partial<TrainingState>): void =>
    setState(({ training }) => ({ training: { ...training, ...changed } }));

  /** A run starts over what the page shows of the one before. */
  const follow = async (
    call: (options: CallOptions<RunEvent>) => Promise<RunSummary>,
    notice: string | null = null,
  ): Promise<void> => {
    if (isBusy(getState().training.run)) return;
    change({ ...NOTHING_YET, notice });
    going = new AbortController();
    const { signal } = going;
    const onProgress = (event: RunEvent): void => setState(({ training }) => ({ training: afterRunEvent(training, event) }));
    await run('training', async () => change({ summary: await call({ onProgress, signal }), progress: null }));
  };

  /** Loads what a kept run was trained on, unless it is there; whether it is there now. */
  const bringData = async ({ data: wanted }: KeptRun): Promise<boolean> => {
    const isThere = () => isThereNow(getState(), wanted);
    const choice = choiceOf(wanted, getState().kept.sets);
    if (!isThere() && choice) await actions.load(choice);
    return isThere();
  };

  const listKept = async (): Promise<void> => {
    // What cannot be listed cannot be offered; a run that cannot be kept says so itself.
    change({ kept: await calls.keptRuns().catch(() => []) });
  };

  const restore = ({ id }: KeptRun, goOn: boolean, notice: string | null = null): Promise<void> =>
    follow((options) => calls.restore({ id, goOn }, options), notice);

  const steer = async (call: Promise<void>, then?: CellEvent): Promise<void> => {
    try {
      await call;
      if (then) dispatch('training', then);
    } catch (thrown) {
      dispatch('training', { kind: 'fail', error: toErrorData(thrown) });
    }
  };

  const recover = async ({ message }: LabErrorData): Promise<void> => {
    const { training } = getState();
    const wasTraining = isBusy(training.run);
    const hadModel = training.inUse !== null;
    change({ inUse: null });
    const trainedOn = (training.start ?? training.inUse)?.data;
    await actions.load(getState().data.loaded ?? undefined);
    await listKept();
    const [newest] = getState().training.kept;
    const isThis = newest && trainedOn && isSameData(newest.data, trainedOn);
    if (!isThis || !(wasTraining || hadModel)) {
      const lost = wasTraining || hadModel ? ' What had been trained is lost.' : '';
      change({ notice: `${message} It was started again.${lost}` });
      return;
    }
    const goesOn = wasTraining && canGoOn(newest);
    const what = goesOn ? 'the run goes on from the end of' : 'the model is that of';
    await restore(newest, goesOn, `${message} It was started again, and ${what} epoch ${newest.epochsDone}.`);
  };

  return {
    actions: {
      train: () => follow((options) => calls.start({ configuration: selectConfiguration(getState()) }, options)),
      async restoreRun(kept, goOn) {
        if (isBusy(getState().training.run)) return;
        actions.takeSettings(withoutDefaults(kept.configuration, [sizeOf(kept.data.ratings)]));
        if (!(await bringData(kept))) return;
        await restore(kept, goOn);
        await listKept();
      },
      async removeRun({ id }) {
        await calls.removeRun({ id }).catch(() => undefined);
        await listKept();
      },
      listKeptRuns: listKept,
      pause: () => steer(calls.pause(), { kind: 'pause' }),
      resume: () => steer(calls.resume(), { kind: 'resume' }),
      step: (grain) => steer(calls.step({ grain })),
      stop: () => going.abort(),
      recover,
    },
  };
});
