import type { HeldOutErrors, UNMEASURED } from './errors.ts';

export type TrainingReport = ProgressReport | EpochEnd;

export interface ProgressReport {
  readonly kind: 'progress';
  /** The epoch at work, from 1. */
  readonly epoch: number;
  /** Steps done of this epoch. */
  readonly step: number;
  readonly stepsPerEpoch: number;
  /** Of this epoch so far: RMSE in stars, or the pairwise loss; null before its first step. */
  readonly trainError: number | null;
  /** Over the epochs of this run; null, as is `secondsLeft`, while too little is done to measure it. */
  readonly ratingsPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly paused: boolean;
}

export type EpochEnd = EpochCourse & (HeldOutErrors | typeof UNMEASURED);

interface EpochCourse {
  readonly kind: 'epoch';
  /** From 1. */
  readonly epoch: number;
  /** RMSE in stars, or the pairwise loss, over the epoch's batches; each was measured before its own step. */
  readonly trainError: number;
  /** NDCG@10 of the lists of a few users; absent where the plan has none. */
  readonly sampleNdcg?: number | undefined;
  /** Of a sampler: the validation error of its last sample alone; absent of others. */
  readonly sampleError?: number;
  /** Of its last step. */
  readonly learningRate: number;
  /** Training and validation, without pauses and rests. */
  readonly seconds: number;
}
