import type { TrainerThreads } from '../../trainer.ts';
import type { Batch, Bulk, Program } from '../plan/work.ts';
import { type Command, type Control, calledAt, carryOut, writeCommand } from './control.ts';
import { callTo, dismiss, openRound, takeShares, waitForAll } from './rounds.ts';

/** All shares of the work together: each call returns when all are done. */
export interface Team extends TrainerThreads {
  train(batch: Batch): void;
  bulk(kind: Bulk, count: number): void;
  /** Sends the helpers home without waiting for them. Nothing may be asked of the team afterwards. */
  dismiss(): void;
}

/** A helper that has kept a share for this long will not end it. */
const PATIENCE_MILLISECONDS = 60_000;

/**
 * The results depend on how the work is cut into shares, not on who does them: the calling thread does all that no helper has
 * begun, so that it never waits for one that other programs keep from running.
 *
 * @param programs one for each share; the helpers have them as well
 * @param threads that have been started, the calling one included
 */
export function createTeam(programs: readonly Program[], control: Control, threads: number): Team {
  const { words } = control;
  const shares = programs.length;
  const [{ train }] = programs as [Program];
  const helpers = Array.from({ length: threads - 1 }, (_, i) => calledAt(shares, i + 1));
  let used = helpers;

  function together(command: Command): void {
    writeCommand(control, command);
    const round = openRound(words);
    for (const called of used) callTo(words, called, round);
    takeShares(words, round, 0, shares, (share) => carryOut(programs[share] as Program, command));
    waitForAll(words, shares, PATIENCE_MILLISECONDS);
  }

  return {
    train(batch) {
      for (let part = 0; part < train.length; part++) together({ kind: 'train', part, batch });
    },
    bulk: (kind, count) => together({ kind, count }),
    most: threads,
    get used() {
      return used.length + 1;
    },
    // The calling thread is one of them; those that are not used sleep.
    use(threads) {
      used = helpers.slice(0, threads - 1);
    },
    dismiss: () => dismiss(words, helpers),
  };
}
