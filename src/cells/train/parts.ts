import type { RunStart, TestErrors } from '../../state/notebook-state.ts';
import { formatCount, formatRmse } from '../../ui/format.ts';

type Sizes = Pick<RunStart, 'trainRatings' | 'validationRatings' | 'testRatings'>;

/** What the parts of a run's ratings are for, in words. `patience`: more than 0 where the run may go by its validation error. */
export function describeParts({ trainRatings, validationRatings, testRatings }: Sizes, patience: number): string {
  const [train, validation, test] = [trainRatings, validationRatings, testRatings].map(formatCount);
  if (testRatings > 0) {
    return `Of the ratings ${train} train, ${validation} are checked after every epoch, and ${test} are the test at the end.`;
  }
  const held = `Of the ratings ${train} train and ${validation} are held out`;
  if (patience > 0) return `${held}. The run goes by them, so they are no test: for one, give the split a test part.`;
  return `${held}. They double as the test: this run neither stops early nor picks its best epoch by them.`;
}

export const testFigure = ({ rmse, mae }: TestErrors, { testRatings }: Sizes) => ({
  label: 'Test RMSE',
  value: formatRmse(rmse),
  note: `stars, MAE ${formatRmse(mae)}; on ${formatCount(testRatings)} ratings not seen before`,
});
