import type { LabErrorData } from '../../core/errors.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import type { RunRecord } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import type { SweepMeasure } from '../../core/sweep/sweep-settings.ts';
import type { LabData } from '../loaded-data.ts';
import type { EndState } from '../train-run.ts';

/** A run that is trained beside others. */
export interface BesideRun extends Pick<RunRecord, 'origin' | 'group'> {
  readonly name: { readonly runId: RunId; readonly number: number };
  readonly configuration: Configuration;
  /** Where a run of the same settings with fewer epochs ended: it goes on from there. */
  readonly from: EndState | undefined;
  /** For which cost its own end is wanted, for a run that goes on from there; null: for none. */
  readonly endWanted: CostLimit | null;
}

/** What a run may cost at most by a measure. */
export interface CostLimit {
  readonly measure: SweepMeasure;
  readonly limit: number;
}

/** What a trainer is told: the data first, then a run at a time. */
export type TrainerTask =
  | { readonly kind: 'data'; readonly data: BesideData }
  /** To train an epoch of it ahead, for the runs to come. */
  | { readonly kind: 'prepare'; readonly configuration: Configuration }
  | { readonly kind: 'train'; readonly run: BesideRun }
  | { readonly kind: 'stop' | 'pause' | 'resume' };

/** What training needs of the data, without functions, which cannot be sent. */
export type BesideData = Pick<LabData, 'ratings' | 'summary'>;

/** What it answers. A run ends with `trained` or with `failed`. */
export type TrainerAnswer =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'halted' }
  | { readonly kind: 'trained'; readonly record: RunRecord; readonly end: EndState | undefined }
  | { readonly kind: 'failed'; readonly error: LabErrorData };

/** What moves with the end of a run instead of being copied: whoever sends it has no further use for it. */
export function buffersOf(end: EndState | undefined): Transferable[] {
  if (!end) return [];
  const { state, best } = end.checkpoint;
  const tables = [state.weights, state.first, state.second, best ?? {}].flatMap((parts) => Object.values(parts));
  return [...new Set(tables.flatMap((held) => (held instanceof Blob ? [] : [held.buffer as ArrayBuffer])))];
}
