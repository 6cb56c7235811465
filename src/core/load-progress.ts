import type { LoadPhase } from './data-source.ts';
import type { Transfer } from './transfer.ts';

/** How far the loading of data is. */
export interface LoadProgress {
  readonly phase: LoadPhase;
  /** Of this phase, 0 … 1; null where that cannot be told. */
  readonly share: number | null;
  /** Of a download. */
  readonly transfer?: Transfer | undefined;
}
