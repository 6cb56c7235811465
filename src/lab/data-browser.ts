import { dataTables, userStatistics } from '../core/tables/data-tables.ts';
import { type Description, describe } from '../core/tables/describe.ts';
import { createTablePages } from '../core/tables/table-pages.ts';
import type { LabData } from './run.ts';

type Pages = ReturnType<typeof createTablePages>;

/** The tables of the data at hand, made when they are first asked for and kept until other data is. */
export function createDataBrowser(): (data: LabData) => Pages {
  let last: { readonly data: LabData; readonly pages: Pages } | undefined;
  return (data) => {
    if (last?.data !== data) last = { data, pages: createTablePages(dataTables(data.ratings, data.statistics)) };
    return last.pages;
  };
}

export const describeData = ({ ratings, statistics }: LabData): readonly Description[] => [
  describe('Stars', ratings.stars),
  describe('Ratings per user', userStatistics(ratings).counts),
  describe('Ratings per movie', statistics.counts),
];
