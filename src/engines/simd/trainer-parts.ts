import type { TrainerOptions } from '../trainer.ts';
import type { BatchWindow } from './batch-window.ts';
import type { Machine } from './machine.ts';
import type { RowClock } from './row-clock.ts';

/** What the functions of one trainer share. */
export interface TrainerParts {
  readonly options: TrainerOptions;
  readonly machine: Machine;
  readonly clock: RowClock;
  readonly batches: BatchWindow;
  /** Throws once the trainer has been disposed of. */
  readonly requireAlive: () => void;
}
