import type { StoreApi } from 'zustand/vanilla';
import type { Lab } from '../lab/protocol.ts';
import { latestOnly } from './latest-only.ts';
import type { NotebookState } from './notebook-state.ts';
import type { RunCell } from './run-cell.ts';

/** Keeps the Explore cell up with the data and its filters. Other data has other bins, so it starts without filters. Returns what asks once more. */
export function followExplore(store: StoreApi<NotebookState>, setCell: RunCell, lab: Pick<Lab, 'explore'>): () => void {
  const explore = latestOnly(() =>
    setCell('explore', async (isNewest) => {
      const { filters, minRatings } = store.getState().explore;
      const view = await lab.explore({ filters, minRatings });
      if (isNewest()) store.setState((state) => ({ explore: { ...state.explore, view } }));
    }),
  );
  store.subscribe((now, before) => {
    if (now.data.summary === null) return;
    const { filters, minRatings } = now.explore;
    const hasOtherData = now.data.summary !== before.data.summary;
    if (hasOtherData && Object.keys(filters).length > 0) {
      // Comes by here again with other filters.
      store.setState((state) => ({ explore: { ...state.explore, filters: {} } }));
    } else if (hasOtherData || filters !== before.explore.filters || minRatings !== before.explore.minRatings) explore();
  });
  return explore;
}
