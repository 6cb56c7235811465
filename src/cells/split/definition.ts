import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectSplitStatus } from '../../state/selectors.ts';
import { formatPercent } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { SplitCell } from './SplitCell.tsx';
import { splitSlice } from './slice.ts';

function selectDigest({ split: { report } }: NotebookState): string | null {
  if (report === null) return null;
  const held = report.validation.ratings + (report.test?.ratings ?? 0);
  const { ratings } = report.train;
  return held === 0 ? 'all for training' : `${formatPercent(ratings / (ratings + held))} for training`;
}

export const splitCell: CellDefinition = {
  id: 'split',
  title: 'Split',
  selectPurpose: (state) =>
    selectConfiguration(state).split === 'none'
      ? 'Every rating is used for training: for the final model, whose error cannot be measured.'
      : 'Some ratings are held out, that is, not used for training: they measure the model.',
  slices: [splitSlice],
  problemGroups: ['split'],
  doneWord: 'Ready',
  selectStatus: selectSplitStatus,
  selectDigest,
  Component: SplitCell,
  Explain: later(async () => (await import('./ExplainSplit.tsx')).ExplainSplit),
  fetchCode: async () => (await import('./select-code.ts')).selectCode,
};
