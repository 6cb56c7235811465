import type { HaltPoint, RunPacing, StepGrain } from '../core/run.ts';
import { createRest } from './rest.ts';
import { createStopwatch } from './stopwatch.ts';

/** Pace, pause, step and stop of one run, between whoever holds the buttons and the loop (`mustHalt`, `halt`, `rest`). */
export interface RunControl {
  readonly stopped: boolean;
  /** Whether the loop stands still until it is told to go on. */
  readonly halted: boolean;
  /** The least from the beginning of one epoch to that of the next; 0 at full speed. */
  readonly secondsPerEpoch: number;
  /** Since the control was made, without halts and rests. */
  workedSeconds(): number;
  /** To be called before the loop begins; without it the run goes at full speed. */
  begin(pacing: RunPacing): void;
  /** Whether epochs begin a second apart from now on. */
  setWaits(waits: boolean): void;
  /** Resolves once the loop has halted or ended. */
  pause(): Promise<void>;
  resume(): void;
  /** While paused: lets the loop through to the end of the batch or of the epoch. Resolves once it has halted again. */
  step(grain: StepGrain): Promise<void>;
  /** Ends the run; also to be called when it has ended by itself. */
  stop(): void;
  /** For the loop: whether to halt here, before its first batch or at the end of a batch or of an epoch. */
  mustHalt(at: HaltPoint): boolean;
  /** For the loop, when `mustHalt` said so. Resolves when it may go on: at once, where that was called off since. */
  halt(): Promise<void>;
  /** For the loop, after an epoch that took so long: waits until the next may begin, or somebody pauses, stops or hurries the run. */
  rest(epochSeconds: number): Promise<void>;
}

/** From the first to the last: whoever is to halt at one of them also halts at those after it. */
const HALT_POINTS: readonly HaltPoint[] = ['start', 'batch', 'epoch'];
const SECONDS_PER_EPOCH = 1;

export function createRunControl(now: () => number = () => performance.now()): RunControl {
  let mode: 'running' | 'pausing' | 'paused' | 'stopped' = 'running';
  let until: HaltPoint = 'batch';
  let secondsPerEpoch = 0;
  let wake = (): void => {};
  let waiting: (() => void)[] = [];
  const rest = createRest();
  const watch = createStopwatch(now);
  const whenHalted = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  const tellHalted = (): void => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const haltAt = (point: HaltPoint): void => {
    mode = 'pausing';
    until = point;
    rest.end();
  };
  const setWaits = (waits: boolean): void => {
    secondsPerEpoch = waits ? SECONDS_PER_EPOCH : 0;
    if (!waits) rest.end();
  };
  return {
    get stopped() {
      return mode === 'stopped';
    },
    get halted() {
      return mode === 'paused';
    },
    get secondsPerEpoch() {
      return secondsPerEpoch;
    },
    workedSeconds: watch.seconds,
    begin({ waits, haltsAt }) {
      setWaits(waits);
      if (haltsAt) haltAt(haltsAt);
    },
    setWaits,
    async pause() {
      if (mode === 'paused' || mode === 'stopped') return;
      haltAt('start');
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
      haltAt(grain);
      wake();
      await whenHalted();
    },
    stop() {
      mode = 'stopped';
      wake();
      rest.end();
      tellHalted();
    },
    // A loop that takes over from one that stands still begins by standing still.
    mustHalt: (at) => mode === 'paused' || (mode === 'pausing' && HALT_POINTS.indexOf(at) >= HALT_POINTS.indexOf(until)),
    async halt() {
      if (mode !== 'pausing' && mode !== 'paused') return;
      mode = 'paused';
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      tellHalted();
      await watch.pauseWhile(woken);
    },
    async rest(epochSeconds) {
      const left = secondsPerEpoch - epochSeconds;
      if (mode === 'running' && left > 0) await watch.pauseWhile(rest.wait(1000 * left));
    },
  };
}
