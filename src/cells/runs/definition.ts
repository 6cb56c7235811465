import type { NotebookState } from '../../state/notebook-state.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { duelSlice } from './duel/slice.ts';
import { RunsCell } from './RunsCell.tsx';
import { repeatSlice } from './repeat/slice.ts';
import { runsSlice } from './slice.ts';

const selectDigest = ({ runs: { records } }: NotebookState): string | null =>
  records.length === 0 ? null : `${records.length} ${records.length === 1 ? 'run' : 'runs'}`;

export const runsCell: CellDefinition = {
  id: 'runs',
  title: 'Runs',
  selectPurpose: () => 'Every run so far, with its settings and figures side by side.',
  slices: [runsSlice, repeatSlice, duelSlice],
  problemGroups: [],
  selectStatus: ({ runs: { records } }) => (records.length > 0 ? 'done' : 'ready'),
  selectDigest,
  Component: RunsCell,
  Explain: later(async () => (await import('./ExplainRuns.tsx')).ExplainRuns),
  fetchCode: async () => (await import('./select-code.ts')).selectCode,
};
