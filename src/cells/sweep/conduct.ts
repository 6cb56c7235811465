import { isBusy } from '../../core/cell-machine.ts';
import { LabError } from '../../core/errors.ts';
import type { EngineName } from '../../core/hyperparameters.ts';
import { isBaseline } from '../../core/model-name.ts';
import { type RunRecord, recordedData } from '../../core/run-record.ts';
import {
  isTimeUp,
  nextTrial,
  planSweep,
  type SweepPlan,
  type Trial,
  type TrialRecords,
  trialRecords,
} from '../../core/sweep/plan.ts';
import { writeSweep } from '../../core/sweep/sweep-text.ts';
import type { CallOptions } from '../../lab/wire.ts';
import type { NotebookActions } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import type { SliceKit } from '../../state/slice.ts';
import type { RunsCalls } from '../runs/contract.ts';
import { createBatches } from './batches.ts';
import type { SweepCalls, SweepState, TrialRequest } from './contract.ts';
import { isOfData } from './of-data.ts';
import { createPlanKeeper } from './plan-keeper.ts';
import type { PlanStorage } from './plan-place.ts';
import { selectSettings } from './selectors.ts';
import { createTrialsUnderWay, REST_MILLISECONDS } from './trials-under-way.ts';

export type Conductor = Pick<
  NotebookActions,
  | 'setSweep'
  | 'resetSweep'
  | 'prepareSweep'
  | 'startSweep'
  | 'goOnWithSweep'
  | 'pauseSweep'
  | 'resumeSweep'
  | 'stopSweep'
  | 'findSweep'
>;

/**
 * Trains the trials of a plan, as many at a time as the worker says. What is next follows from the plan and from the records that there are, so a sweep that
 * was ended in any way goes on with the same trials.
 */
export function createConductor(kit: SliceKit<'sweep'>, open: () => PlanStorage = () => localStorage): Conductor {
  const { getState, setState, subscribe, run, dispatch, undoable, actions } = kit;
  const calls = kit.calls<SweepCalls>('sweep');
  const runs = kit.calls<RunsCalls>('runs');
  const keeper = createPlanKeeper(open);
  let stopping = new AbortController();

  const change = (part: Partial<SweepState>): void => setState(({ sweep }) => ({ sweep: { ...sweep, ...part } }));

  const putText = (text: string): boolean => {
    change({ text });
    return true;
  };

  const changeText = (after: string, words: string): void => {
    const before = getState().sweep.text;
    if (after === before) return;
    change({ text: after });
    undoable({ words, before, after, put: putText, name: 'sweep' });
  };

  async function conduct(plan: SweepPlan): Promise<void> {
    if (isBusy(getState().sweep.run)) return;
    stopping = new AbortController();
    await run('sweep', async () => {
      try {
        await trainAll(plan, stopping);
      } finally {
        change({ epochsUnderWay: null });
        // A worker that is gone has nothing left to let go of.
        calls.end().catch(() => undefined);
      }
    });
  }

  async function trainAll(plan: SweepPlan, stop: AbortController): Promise<void> {
    const { signal } = stop;
    const done = new Map(await bringBackRecords(plan));
    const going = createTrialsUnderWay((epochsUnderWay) => change({ epochsUnderWay }));
    const list = async (records: readonly RunRecord[]): Promise<void> => {
      going.show();
      await actions.addRuns(records);
    };
    // The page draws, and the browser stores, on the processor that trains.
    const listing = createBatches(list, REST_MILLISECONDS);
    /** Null where the worker does not know of the sweep yet. */
    let atOnce: number | null = null;

    const begin = (trial: Trial, isBeside: boolean): void => {
      const behind = trial.from === null ? 0 : (done.get(trial.from)?.configuration.epochs ?? 0);
      going.add(trial, behind, async (onProgress) => {
        const record = await train(plan, { ...trial, isBeside }, done, { signal, onProgress });
        if (record === null) atOnce = null;
        else {
          done.set(trial.place, record);
          listing.add(record);
        }
      });
    };

    try {
      for (;;) {
        signal.throwIfAborted();
        atOnce ??= await askAtOnce(plan, done);
        while (going.places.size < atOnce) {
          const trial = isTimeUp(plan, done) ? null : nextTrial(plan, done, going.places);
          if (trial === null) break;
          const hasOther = going.places.size > 0 || nextTrial(plan, done, new Set([trial.place])) !== null;
          begin(trial, atOnce > 1 && hasOther);
        }
        if (going.places.size === 0) return;
        await going.next();
      }
    } catch (thrown) {
      stop.abort();
      await going.all();
      throw thrown;
    } finally {
      await listing.flush();
    }
  }

  /** Where the worker is gone, and another with the data takes its place, it is asked again. */
  async function askAtOnce(plan: SweepPlan, done: TrialRecords): Promise<number> {
    if (!isOfData(plan, getState().data.summary)) throw otherData(plan);
    try {
      // Where time is limited, each is to begin within it.
      const mayWait = plan.seconds === 0;
      return await calls.atOnce({ sweep: plan.id, configuration: plan.base, engine: engineOf(plan, done), mayWait });
    } catch (thrown) {
      if (!(await isMended(plan, thrown))) throw thrown;
      return await askAtOnce(plan, done);
    }
  }

  /** The trials that are done. The list of runs may still be on its way. */
  async function bringBackRecords(plan: SweepPlan): Promise<TrialRecords> {
    const { records } = await runs.list();
    const known = new Set(getState().runs.records.map(({ id }) => id));
    const missing = [...trialRecords(plan, records).values()].filter(({ id }) => !known.has(id));
    if (missing.length > 0) await actions.addRuns(missing);
    return trialRecords(plan, getState().runs.records);
  }

  /** Null where the worker stopped, and another with the data is in its place. */
  async function train(
    plan: SweepPlan,
    { place, ...wanted }: Trial & Pick<TrialRequest, 'isBeside'>,
    done: TrialRecords,
    options: CallOptions<number>,
  ): Promise<RunRecord | null> {
    try {
      if (!isOfData(plan, getState().data.summary)) throw otherData(plan);
      const request = { ...wanted, measure: plan.measure, group: { id: plan.id, place }, engine: engineOf(plan, done) };
      return await calls.trial(request, options);
    } catch (thrown) {
      if (!(await isMended(plan, thrown))) throw thrown;
      return null;
    }
  }

  /** Whether the worker stopped, and another with the data is in its place. */
  async function isMended(plan: SweepPlan, thrown: unknown): Promise<boolean> {
    if (!(thrown instanceof LabError && thrown.code === 'crashed') || !(await isDataBack(plan))) return false;
    // A new worker knows of no pause.
    if (getState().sweep.run.phase === 'paused') await calls.pause();
    return true;
  }

  /** Whether a worker that stopped has another in its place, with the data of the sweep. */
  async function isDataBack(plan: SweepPlan): Promise<boolean> {
    if (!isBusy(getState().data.run)) return false;
    await new Promise<void>((resolve) => {
      subscribe(({ data }) => {
        if (!isBusy(data.run)) resolve();
      });
    });
    return isOfData(plan, getState().data.summary);
  }

  return {
    setSweep: async (settings) => changeText(writeSweep(settings), 'Sweep changed.'),
    resetSweep: async () => changeText('', 'Sweep reset.'),
    async prepareSweep() {
      const state = getState();
      if (state.data.summary === null || isBusy(state.sweep.run)) return;
      // What is missing is said when the sweep is started.
      await calls.prepare({ configuration: selectConfiguration(state) }).catch(() => undefined);
    },
    // Read only now: the click that starts it may be what takes a number that was typed.
    async startSweep(settings = selectSettings(getState()).settings) {
      const state = getState();
      if (state.data.summary === null || isBusy(state.sweep.run)) return;
      const plan = planSweep(settings, selectConfiguration(state), recordedData(state.data.summary));
      change({ plan, text: writeSweep(settings) });
      keeper.keep(plan);
      await conduct(plan);
    },
    async goOnWithSweep() {
      const { plan } = getState().sweep;
      if (plan) await conduct(plan);
    },
    async pauseSweep() {
      await calls.pause();
      dispatch('sweep', { kind: 'pause' });
    },
    async resumeSweep() {
      await calls.resume();
      dispatch('sweep', { kind: 'resume' });
    },
    async stopSweep() {
      stopping.abort(new LabError('cancelled', 'The sweep was stopped.', 'It can go on.'));
      await calls.resume();
    },
    async findSweep() {
      const kept = keeper.find();
      if (kept && getState().sweep.plan === null) change({ plan: kept });
    },
  };
}

/** All trials have the engine of the first, on which alone they have the same numbers again. */
function engineOf({ base }: SweepPlan, done: TrialRecords): EngineName | null {
  const [first] = done.values();
  return first && !isBaseline(base.model) ? (first.engine.name as EngineName) : null;
}

const otherData = ({ data }: SweepPlan): LabError =>
  new LabError('no-data', `This sweep is on ${data.name}, and other data is loaded.`, `Load ${data.name} to continue it.`);
