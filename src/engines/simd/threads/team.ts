import type { Batch, Bulk, Program } from '../plan/work.ts';
import { type Command, type Control, carryOut, writeCommand } from './control.ts';
import { dismiss, openRound, takeShares, waitForAll } from './rounds.ts';

/** All shares of the work together: each call returns when all are done. */
export interface Team {
  train(batch: Batch): void;
  bulk(kind: Bulk, count: number): void;
  /** Sends the helpers home without waiting for them. Nothing may be asked of the team afterwards. */
  dismiss(): void;
}

/** A helper that has kept a share for this long will not end it. */
const PATIENCE_MILLISECONDS = 60_000;

/** Waking the helpers takes longer than doing the work of steps that are shorter than this. */
const WORTH_WAKING_MILLISECONDS = 0.15;

/** A step's weight in the running mean of how long they take. */
const WEIGHT = 1 / 16;

/**
 * The results depend on how the work is cut into shares, not on who does them: the calling thread does all that no helper has
 * begun, so that it never waits for one that other programs keep from running.
 *
 * @param programs one for each share; the helpers have them as well
 */
export function createTeam(programs: readonly Program[], control: Control): Team {
  const { words } = control;
  const shares = programs.length;
  const [{ train }] = programs as [Program];
  let milliseconds = 1;

  function together(command: Command, wakes: boolean): void {
    writeCommand(control, command);
    const round = openRound(words, wakes);
    takeShares(words, round, 0, shares, (share) => carryOut(programs[share] as Program, command));
    waitForAll(words, shares, PATIENCE_MILLISECONDS);
  }

  return {
    train(batch) {
      const start = performance.now();
      const wakes = milliseconds > WORTH_WAKING_MILLISECONDS;
      for (let part = 0; part < train.length; part++) together({ kind: 'train', part, batch }, wakes);
      milliseconds += (performance.now() - start - milliseconds) * WEIGHT;
    },
    bulk: (kind, count) => together({ kind, count }, true),
    dismiss: () => dismiss(words),
  };
}
