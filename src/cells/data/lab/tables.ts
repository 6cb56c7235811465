import { dataTables, userStatistics } from '../../../core/tables/data-tables.ts';
import { type Description, describe } from '../../../core/tables/describe.ts';
import { createTablePages, type TablePages } from '../../../core/tables/table-pages.ts';
import type { LabData } from '../../../lab/loaded-data.ts';

/** The tables of one data set; the pages are prepared when the first is asked for. */
export interface DataTables {
  page: TablePages;
  describe(): readonly Description[];
}

export function createTables({ ratings, statistics }: LabData): DataTables {
  let pages: TablePages | undefined;
  return {
    page(...asked) {
      pages ??= createTablePages(dataTables(ratings, statistics));
      return pages(...asked);
    },
    describe: () => [
      describe('Stars', ratings.stars),
      describe('Ratings per user', userStatistics(ratings).counts),
      describe('Ratings per movie', statistics.counts),
    ],
  };
}
