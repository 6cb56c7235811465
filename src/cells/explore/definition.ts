import type { NotebookState } from '../../state/notebook-state.ts';
import { selectExploreStatus } from '../../state/selectors.ts';
import { formatQuantity } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { ExploreCell } from './ExploreCell.tsx';
import { exploreSlice } from './slice.ts';

function selectDigest({ explore: { filters, view } }: NotebookState): string | null {
  const count = Object.keys(filters).length;
  return view && count > 0 ? formatQuantity(count, 'filter') : null;
}

export const exploreCell: CellDefinition = {
  id: 'explore',
  title: 'Explore',
  doneWord: 'Ready',
  selectPurpose: () => 'How users rate movies. Each chart filters the others.',
  slices: [exploreSlice],
  problemGroups: [],
  selectStatus: selectExploreStatus,
  selectDigest,
  Component: ExploreCell,
  Explain: later(async () => (await import('./ExplainExplore.tsx')).ExplainExplore),
  fetchCode: async () => (await import('./select-code.ts')).selectCode,
};
