import { READY } from '../../core/cell-machine.ts';
import type { Filters } from '../../core/explore/crossfilter.ts';
import type { DimensionName } from '../../core/explore/dimension.ts';
import { defineSlice } from '../../state/slice.ts';
import type { ExploreCalls } from './contract.ts';

const NO_FILTERS: Filters = {};

export const exploreSlice = defineSlice(
  { explore: { run: READY, filters: NO_FILTERS, minRatings: 50, view: null } },
  ({ getState, setState, subscribe, follow, undoable, calls }) => {
    const { view } = calls<ExploreCalls>('explore');
    const filter = (change: (filters: Filters) => Filters): void =>
      setState(({ explore }) => ({ explore: { ...explore, filters: change(explore.filters) } }));

    // Other data has other bins, so it starts without filters: before it is asked about.
    subscribe((now, before) => {
      if (now.data.summary !== before.data.summary && Object.keys(now.explore.filters).length > 0) filter(() => NO_FILTERS);
    });
    const retryExplore = follow('explore', {
      inputs: ({ data: { summary }, explore: { filters, minRatings } }) => summary && { summary, filters, minRatings },
      async ask({ filters, minRatings }) {
        const seen = await view({ filters, minRatings });
        return ({ explore }) => ({ explore: { ...explore, view: seen } });
      },
    });

    return {
      actions: {
        retryExplore,
        filterBy: (name, bins) => filter((filters) => withFilter(filters, name, bins)),
        clearFilters() {
          const { explore, data } = getState();
          const put = (filters: Filters, instead: Filters): boolean => {
            const isThere = getState().explore.filters === instead && getState().data.summary === data.summary;
            if (isThere) filter(() => filters);
            return isThere;
          };
          filter(() => NO_FILTERS);
          undoable({ words: 'Filters cleared.', before: explore.filters, after: NO_FILTERS, put });
        },
        setExploreMinRatings: (minRatings) => setState(({ explore }) => ({ explore: { ...explore, minRatings } })),
      },
    };
  },
);

function withFilter(filters: Filters, name: DimensionName, bins: readonly number[]): Filters {
  const { [name]: _, ...others } = filters;
  return bins.length === 0 ? others : { ...others, [name]: bins };
}
