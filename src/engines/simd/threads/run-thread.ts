import { instantiate } from '../kernels.ts';
import type { PlanSettings } from '../plan/plan.ts';
import { createPrograms } from '../plan/program.ts';
import type { Program } from '../plan/work.ts';
import { calledAt, carryOut, controlAt, readCommand } from './control.ts';
import { fail, takeShares, waitForRound } from './rounds.ts';

/** What a helper thread is given. Everything in it can be sent to a worker. */
export interface ThreadTask {
  readonly settings: PlanSettings;
  /** From 1; the calling thread is 0. */
  readonly thread: number;
  /** How many there are, the calling one included. */
  readonly threads: number;
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/** Where a thread begins: each as far from the others as can be. */
const firstShare = (thread: number, threads: number, shares: number): number => Math.floor((thread * shares) / threads);

/** Takes part in rounds of work until it is sent home; calls `onReady` before the first. Blocks its thread. */
export function runThread({ settings, thread, threads, module, memory }: ThreadTask, onReady: () => void): void {
  const { plans, programs } = createPrograms(settings, instantiate(module, memory), memory);
  const { shares } = settings;
  const control = controlAt(memory, plans[0].control, shares);
  const { words } = control;
  const called = calledAt(shares, thread);
  const first = firstShare(thread, threads, shares);
  onReady();
  const work = (share: number): void => carryOut(programs[share] as Program, readCommand(control));
  try {
    for (let round: number | null = 0; ; ) {
      round = waitForRound(words, called, round);
      if (round === null) return;
      takeShares(words, round, first, shares, work);
    }
  } catch (error) {
    fail(words);
    throw error;
  }
}
