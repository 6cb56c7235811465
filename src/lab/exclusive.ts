import { LabError } from '../core/errors.ts';
import { createRunControl, type RunControl } from '../training/run-control.ts';
import { type Background, createBackground, type Hold } from './background.ts';

/** One training at a time, with the data as it is; of two loads the one asked for last. */
export interface Exclusive {
  /** Does work that steps a model. Throws a LabError where other such work or a load is going. What is trained in the background halts meanwhile. */
  train<Result>(work: (control: RunControl) => Promise<Result>): Promise<Result>;
  /** Does work that steps a model in the background. Throws a LabError where other such work or a load is going; a load ends it. */
  trainInBackground: Background['train'];
  /** The same of what is trained in another worker. */
  trainElsewhere: Background['trainElsewhere'];
  /** Halts what is trained in the background, now and later, until it is released. */
  holdBackground(): Hold;
  /**
   * Does work that replaces the data; `isNewest` says whether no later load was asked for. Throws a LabError where a model is being
   * trained, or a later load has taken its place.
   */
  load<Result>(work: (isNewest: () => boolean, signal: AbortSignal) => Promise<Result>): Promise<Result>;
  /** The controls of the training that is going. */
  readonly training: RunControl | null;
}

export function createExclusive(): Exclusive {
  let training: RunControl | null = null;
  let loading: AbortController | null = null;
  const background = createBackground();

  const refuseWhileLoading = (): void => {
    if (loading) throw new LabError('busy', 'The ratings to train on are still being loaded.', 'Wait until they are loaded.');
  };

  return {
    get training() {
      return training;
    },
    async train(work) {
      if (training) throw new LabError('busy', 'A training run is already active.', 'Stop it first.');
      refuseWhileLoading();
      const control = createRunControl();
      training = control;
      const hold = background.hold();
      try {
        await hold.halted;
        return await work(control);
      } finally {
        training = null;
        control.stop();
        hold.release();
      }
    },
    async trainInBackground(work, of) {
      refuseWhileLoading();
      return await background.train(work, of);
    },
    async trainElsewhere(control, work, of) {
      refuseWhileLoading();
      return await background.trainElsewhere(control, work, of);
    },
    holdBackground: background.hold,
    async load(work) {
      if (training) throw new LabError('busy', 'Other data cannot be loaded during a training run.', 'Stop the run first.');
      loading?.abort();
      const own = new AbortController();
      loading = own;
      const isNewest = () => loading === own;
      try {
        await background.end();
        return await work(isNewest, own.signal);
      } catch (thrown) {
        if (isNewest()) throw thrown;
        throw new LabError('busy', 'Other data is being loaded.', 'Wait until it is loaded.');
      } finally {
        if (isNewest()) loading = null;
      }
    },
  };
}
