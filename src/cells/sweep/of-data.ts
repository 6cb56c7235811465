import type { DataSummary } from '../../core/data-summary.ts';
import { recordedData } from '../../core/run-record.ts';
import type { SweepPlan } from '../../core/sweep/plan.ts';

/** Whether a sweep is on this data. */
export const isOfData = ({ data }: Pick<SweepPlan, 'data'>, summary: DataSummary | null): boolean =>
  summary !== null && JSON.stringify(recordedData(summary)) === JSON.stringify(data);
