import type { NotebookState } from '../../state/notebook-state.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { SweepCell } from './SweepCell.tsx';
import { sweepSlice } from './slice.ts';

function selectDigest({ sweep: { plan }, runs: { records } }: NotebookState): string | null {
  const done = plan === null ? 0 : records.filter(({ group }) => group?.id === plan.id).length;
  return done === 0 ? null : `${done} ${done === 1 ? 'trial' : 'trials'}`;
}

export const sweepCell: CellDefinition = {
  id: 'sweep',
  title: 'Sweep',
  selectPurpose: () => 'Trains with many settings in the background, to find the best.',
  slices: [sweepSlice],
  problemGroups: [],
  selectStatus: ({ sweep }) => sweep.run.phase,
  selectDigest,
  Component: SweepCell,
  Explain: later(async () => (await import('./ExplainSweep.tsx')).ExplainSweep),
  fetchCode: async () => (await import('./select-code.ts')).selectCode,
};
