import type { RunStart, TestErrors } from '../../state/notebook-state.ts';
import { formatCount, formatRmse } from '../../ui/format.ts';

type Parts = Pick<RunStart, 'trainRatings' | 'validationRatings' | 'testRatings'>;

/** What the parts of a run's ratings are for, in words. */
export function describeParts({ trainRatings, validationRatings, testRatings }: Parts): string {
  const [train, validation, test] = [trainRatings, validationRatings, testRatings].map(formatCount);
  if (testRatings > 0)
    return `Of the ratings ${train} train, ${validation} are checked after every epoch, and ${test} are the test at the end.`;
  return `Of the ratings ${train} train and ${validation} are held out. They double as the test: this run neither stops early nor picks its best epoch by them.`;
}

export const testFigure = ({ rmse, mae }: TestErrors, { testRatings }: Parts) => ({
  label: 'Test RMSE',
  value: formatRmse(rmse),
  note: `stars, MAE ${formatRmse(mae)}; on ${formatCount(testRatings)} ratings not seen before`,
});
