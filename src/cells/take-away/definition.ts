import type { NotebookState } from '../../state/notebook-state.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { takeAwaySlice } from './slice.ts';
import { TakeAwayCell } from './TakeAwayCell.tsx';

const selectDigest = ({ takeAway: { made, opened } }: NotebookState): string | null => (made ?? opened)?.name ?? null;

export const takeAwayCell: CellDefinition = {
  id: 'take-away',
  title: 'Take away',
  selectPurpose: () => 'Files to go on with elsewhere, and the way back.',
  slices: [takeAwaySlice],
  problemGroups: ['take-away'],
  selectStatus: ({ takeAway }) => takeAway.run.phase,
  selectDigest,
  Component: TakeAwayCell,
  Explain: later(async () => (await import('./ExplainTakeAway.tsx')).ExplainTakeAway),
  fetchCode: async () => (await import('./select-code.ts')).selectCode,
};
