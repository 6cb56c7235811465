import type { StepGrain } from '../core/run.ts';

/** Pause, step and stop of one run, between whoever holds the buttons and the loop (`mustHalt`, `halt`). */
export interface RunControl {
  readonly stopped: boolean;
  /** Whether the loop stands still until it is told to go on. */
  readonly halted: boolean;
  /** Resolves once the loop has halted or ended. */
  pause(): Promise<void>;
  resume(): void;
  /** While paused: lets the loop through to the end of the batch or of the epoch. Resolves once it has halted again. */
  step(grain: StepGrain): Promise<void>;
  /** Ends the run; also to be called when it has ended by itself. */
  stop(): void;
  /** For the loop: whether to halt here, at the end of a batch or of an epoch. */
  mustHalt(endOf: StepGrain): boolean;
  /** For the loop, when `mustHalt` said so. Resolves when it may go on: at once, where that was called off since. */
  halt(): Promise<void>;
}

export function createRunControl(): RunControl {
  let mode: 'running' | 'pausing' | 'paused' | 'stopped' = 'running';
  let until: StepGrain = 'batch';
  let wake = (): void => {};
  let waiting: (() => void)[] = [];
  const whenHalted = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  const tellHalted = (): void => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    get stopped() {
      return mode === 'stopped';
    },
    get halted() {
      return mode === 'paused';
    },
    async pause() {
      if (mode === 'paused' || mode === 'stopped') return;
      mode = 'pausing';
      until = 'batch';
      await whenHalted();
    },
    resume() {
      if (mode === 'stopped') return;
      mode = 'running';
      wake();
      tellHalted();
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
      tellHalted();
    },
    mustHalt: (endOf) => mode === 'pausing' && (until === 'batch' || endOf === 'epoch'),
    async halt() {
      if (mode !== 'pausing') return;
      mode = 'paused';
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      tellHalted();
      await woken;
    },
  };
}
