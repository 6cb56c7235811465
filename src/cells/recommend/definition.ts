import type { Configuration } from '../../core/hyperparameters.ts';
import { givesScores } from '../../core/loss.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectRecommendStatus } from '../../state/selectors.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { besideSlice } from './beside/slice.ts';
import { groupSlice } from './group/slice.ts';
import { RecommendCell } from './RecommendCell.tsx';
import { recommendSlice } from './slice.ts';
import { whySlice } from './why/slice.ts';
import { youSlice } from './you/slice.ts';

const selectDigest = ({ recommend: { result } }: NotebookState): string | null =>
  result && `${result.movies.length} movies for user ${result.userId}`;

function orderWords({ model, loss, listWeight }: Pick<Configuration, 'model' | 'loss' | 'listWeight'>): string {
  if (model === 'popular') return 'those with the most ratings first';
  if (listWeight > 0) return 'the most likely choices first';
  return givesScores(loss) ? 'the most likely choices first' : 'those with the most predicted stars first';
}

export const recommendCell: CellDefinition = {
  id: 'recommend',
  title: 'Recommend',
  selectPurpose: (state) =>
    `Movies that a user has not rated, ${orderWords(state.training.inUse?.configuration ?? selectConfiguration(state))}.`,
  slices: [recommendSlice, whySlice, youSlice, groupSlice, besideSlice],
  problemGroups: ['recommend'],
  selectStatus: selectRecommendStatus,
  selectDigest,
  Component: RecommendCell,
  Explain: later(async () => (await import('./ExplainRecommending.tsx')).ExplainRecommending),
  fetchCode: async () => (await import('./select-code.ts')).selectCode,
};
