import type { StoreApi } from 'zustand/vanilla';
import type { SplitSettings } from '../core/split.ts';
import type { Lab } from '../lab/protocol.ts';
import { latestOnly } from './latest-only.ts';
import type { NotebookState } from './notebook-state.ts';
import type { RunCell } from './run-cell.ts';
import { selectConfiguration } from './selectors.ts';

/** Keeps the Split cell up with the data and the settings: that is cheap, so nobody has to press anything. Returns what asks once more. */
export function followSplit(store: StoreApi<NotebookState>, setCell: RunCell, lab: Pick<Lab, 'describeSplit'>): () => void {
  const describe = latestOnly(() =>
    setCell('split', async (isNewest) => {
      const report = await lab.describeSplit({ settings: splitSettings(store.getState()) });
      if (isNewest()) store.setState((state) => ({ split: { ...state.split, report } }));
    }),
  );
  store.subscribe((now, before) => {
    if (now.data.summary === null) return;
    if (now.data.summary === before.data.summary && now.overrides === before.overrides) return;
    if (now.data.summary !== before.data.summary || !isSame(splitSettings(now), splitSettings(before))) describe();
  });
  return describe;
}

function splitSettings(state: NotebookState): SplitSettings {
  const { split, validationShare, testShare, validationPerUser, testPerUser, seed } = selectConfiguration(state);
  return { split, validationShare, testShare, validationPerUser, testPerUser, seed };
}

const isSame = (a: SplitSettings, b: SplitSettings): boolean => JSON.stringify(a) === JSON.stringify(b);
