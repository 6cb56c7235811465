import type { StepGrain } from './train.ts';

/** Pause, step and stop of one run, as seen by the loop (`gate`) and by whoever holds the buttons. */
export interface RunControl {
  readonly stopped: boolean;
  readonly paused: boolean;
  /** Resolves once the loop has halted. */
  pause(): Promise<void>;
  resume(): void;
  /** While paused: lets the loop through to the end of the batch or of the epoch. */
  step(grain: StepGrain): Promise<void>;
  stop(): void;
  /** For the loop: to be awaited after each step that `mustHalt` names. Resolves when the loop may go on. */
  halt(): Promise<void>;
  mustHalt(endOfEpoch: boolean): boolean;
}

export function createRunControl(): RunControl {
  let mode: 'running' | 'pausing' | 'paused' | 'stopped' = 'running';
  let until: StepGrain = 'batch';
  let wake = (): void => {};
  let halted: (() => void)[] = [];
  const whenHalted = (): Promise<void> => new Promise((resolve) => halted.push(resolve));
  const settle = (): void => {
    for (const resolve of halted) resolve();
    halted = [];
  };
  return {
    get stopped() {
      return mode === 'stopped';
    },
    get paused() {
      return mode === 'paused';
    },
    async pause() {
      if (mode !== 'running') return;
      mode = 'pausing';
      until = 'batch';
      await whenHalted();
    },
    resume() {
      if (mode !== 'stopped') mode = 'running';
      wake();
    },
    async step(grain) {
      if (mode !== 'paused') return;
      mode = 'pausing';
      until = grain;
      wake();
      await whenHalted();
    },
    stop() {
      mode = 'stopped';
      wake();
      settle();
    },
    mustHalt: (endOfEpoch) => mode === 'pausing' && (until === 'batch' || endOfEpoch),
    async halt() {
      mode = 'paused';
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      settle();
      await woken;
    },
  };
}
