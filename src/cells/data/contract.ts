import type { DataSource } from '../../core/data-source.ts';
import type { DataSummary } from '../../core/data-summary.ts';
import type { KeptData } from '../../core/kept.ts';
import type { LoadProgress } from '../../core/load-progress.ts';
import type { Description } from '../../core/tables/describe.ts';
import type { TablePage, TableQuery } from '../../core/tables/table-pages.ts';
import type { Call } from '../../lab/wire.ts';

export interface DataCalls {
  /**
   * Gets ratings from a source. Replaces what was loaded before, which stays where this fails. Of two loads the one asked for last
   * counts. Refused while a run is going; once aborted it fails with code `cancelled`.
   */
  load: Call<{ readonly source: DataSource }, DataSummary, LoadProgress>;
  /** The files of ratings that the browser keeps. */
  keptData: Call<void, KeptData>;
  /** Keeps the file that is loaded for later visits, where it is one that the visitor had to bring or to fetch. */
  keepData: Call<void, KeptData>;
  forgetData: Call<{ readonly id: string }, KeptData>;
  /** Some rows of a table of the data that is loaded. */
  tablePage: Call<{ readonly query: TableQuery; readonly from: number; readonly count: number }, TablePage>;
  describeData: Call<void, readonly Description[]>;
}
