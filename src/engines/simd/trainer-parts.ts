import type { TrainerOptions } from '../trainer.ts';
import type { BatchWindow } from './batch-window.ts';
import type { Machine } from './machine.ts';
import type { RowClock } from './row-clock.ts';

/** The examples and the first weights are in the machine's memory: to keep them here as well would take twice as much. */
export interface KeptOptions extends Omit<TrainerOptions, 'examples' | 'weights'> {
  /** Of examples. */
  readonly count: number;
}

/** What the functions of one trainer share. */
export interface TrainerParts {
  readonly options: KeptOptions;
  readonly machine: Machine;
  readonly clock: RowClock;
  readonly batches: BatchWindow;
  /** Throws once the trainer has been disposed of. */
  readonly requireAlive: () => void;
}
