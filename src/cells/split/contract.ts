import type { SplitReport } from '../../core/split/report.ts';
import type { SplitSettings } from '../../core/split.ts';
import type { Call } from '../../lab/wire.ts';

export interface SplitCalls {
  /** What a split would do to the data that is loaded. */
  report: Call<{ readonly settings: SplitSettings }, SplitReport>;
}
