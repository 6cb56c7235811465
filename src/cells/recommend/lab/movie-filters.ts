import type { LabData } from '../../../lab/loaded-data.ts';
import type { MovieFilters } from '../contract.ts';
import { type FoundTitles, findTitles } from './find-titles.ts';

/** 1 for each movie that passes the filters, and of a list of titles those that no movie has. */
export interface Passing {
  readonly passes: Uint8Array;
  readonly unmatched: readonly string[] | null;
}

export function passesFilters(data: Pick<LabData, 'ratings' | 'statistics'>, { genre, years, titles }: MovieFilters): Passing {
  const { catalogue } = data.ratings;
  const among = titles === undefined ? null : foundIn(data, titles);
  const [from, to] = years ?? [null, null];
  const passes = Uint8Array.from(catalogue, ({ genres, year }, movie) => {
    if (genre !== undefined && !genres.includes(genre)) return 0;
    if (years && (year === null || year < (from ?? year) || year > (to ?? year))) return 0;
    return among === null || among.movies.has(movie) ? 1 : 0;
  });
  return { passes, unmatched: among?.unmatched ?? null };
}

let last: { readonly catalogue: object; readonly titles: string; readonly found: FoundTitles } | null = null;

/** Every user is asked about with the same list. */
function foundIn(data: Pick<LabData, 'ratings' | 'statistics'>, titles: string): FoundTitles {
  const { catalogue } = data.ratings;
  if (last?.catalogue !== catalogue || last.titles !== titles) last = { catalogue, titles, found: findTitles(data, titles) };
  return last.found;
}
