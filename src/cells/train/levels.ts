import type { EpochReport, RunStart } from '../../core/run-report.ts';

/** A model's validation error. */
export interface Level {
  readonly name: string;
  readonly error: number;
  /** Whether it is the model that was fitted. */
  readonly isOwn: boolean;
}

/** What a fitted model comes to beside what needs no training, the largest error first. One that is itself such a level stands alone. None where nothing is held out. */
export function levelsOf(
  { baselines, configuration: { model } }: Pick<RunStart, 'baselines' | 'configuration'>,
  { validationError }: Pick<EpochReport, 'validationError'>,
  label: string,
): readonly Level[] {
  if (baselines === null || validationError === null) return [];
  const others = [
    ...(model === 'mean' ? [] : [{ name: 'Global mean', error: baselines.globalMean, isOwn: false }]),
    ...(model === 'bias' ? [] : [{ name: 'User + movie bias', error: baselines.biases, isOwn: false }]),
  ];
  return [...others, { name: label, error: validationError, isOwn: true }].toSorted((a, b) => b.error - a.error);
}
