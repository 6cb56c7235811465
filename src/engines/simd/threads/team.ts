import type { Batch, Bulk, Program } from '../plan/program.ts';
import { type Control, writeCommand } from './control.ts';
import { createMeeting, openMeeting } from './meeting.ts';
import { createPace } from './pace.ts';

/** All shares of the work together: each call returns when all are done. */
export interface Team {
  train(batch: Batch): void;
  bulk(kind: Bulk, count: number): void;
  /** Sends the helpers home without waiting for them. Nothing may be asked of the team afterwards. */
  dismiss(): void;
}

/** A helper that has not come to a meeting for this long never will. */
const PATIENCE_MILLISECONDS = 60_000;

/** With fewer examples than this, waking the helpers takes longer than doing their share. */
const WORTH_WAKING = 2048;

/**
 * The results depend on how the work is cut into shares, not on who does them: the calling thread does all of them itself
 * where that turns out to be faster, because steps are small or because other programs keep the helpers from running.
 *
 * @param programs one for each share; the helpers have the others' as well
 */
export function createTeam(programs: readonly Program[], control: Control): Team {
  const [own] = programs as [Program];
  if (programs.length === 1) return alone(programs);
  const meet = createMeeting(control.words, programs.length, PATIENCE_MILLISECONDS);
  const single = alone(programs);
  const pace = createPace();

  function trainTogether(batch: Batch): void {
    writeCommand(control, { kind: 'train', batch });
    meet();
    for (const part of own.train) {
      part(batch);
      meet();
    }
  }

  function bulkTogether(kind: Bulk, count: number): void {
    writeCommand(control, { kind, count });
    meet();
    own.bulk[kind](count);
    meet();
  }

  return {
    train(batch) {
      const start = performance.now();
      if (pace.next === 'together') trainTogether(batch);
      else single.train(batch);
      pace.note((performance.now() - start) / batch.count);
    },
    bulk(kind, count) {
      if (count < WORTH_WAKING) single.bulk(kind, count);
      else bulkTogether(kind, count);
    },
    dismiss() {
      writeCommand(control, { kind: 'stop' });
      openMeeting(control.words);
    },
  };
}

/** One thread does one share after another. */
function alone(programs: readonly Program[]): Team {
  const [{ train }] = programs as [Program];
  return {
    train(batch) {
      for (let part = 0; part < train.length; part++) for (const program of programs) program.train[part]?.(batch);
    },
    bulk(kind, count) {
      for (const program of programs) program.bulk[kind](count);
    },
    dismiss() {},
  };
}
