import { createExplorer } from '../core/explore/view.ts';
import { reportSplit } from '../core/split/report.ts';
import { dataTables, userStatistics } from '../core/tables/data-tables.ts';
import { type Description, describe } from '../core/tables/describe.ts';
import { createTablePages } from '../core/tables/table-pages.ts';
import { inSlices } from '../data/in-slices.ts';
import type { Lab } from './protocol.ts';
import type { LabData } from './run.ts';

/** What is to be seen of the data at hand. */
export type DataViews = Pick<Lab, 'tablePage' | 'describeData' | 'explore' | 'describeSplit'>;

/** Views of one data set. What takes long to prepare is prepared when it is first asked for. */
export function createDataViews({ ratings, statistics }: LabData): DataViews {
  const pages = once(() => createTablePages(dataTables(ratings, statistics)));
  const explorer = once(() => createExplorer(ratings, () => performance.now()));
  return {
    tablePage: async ({ query, from, count }) => pages()(query, from, count),
    describeData: async (): Promise<readonly Description[]> => [
      describe('Stars', ratings.stars),
      describe('Ratings per user', userStatistics(ratings).counts),
      describe('Ratings per movie', statistics.counts),
    ],
    explore: async ({ filters, minRatings }) => explorer()(filters, minRatings),
    describeSplit: async ({ settings }) => await inSlices(reportSplit(ratings, settings), () => {}),
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
