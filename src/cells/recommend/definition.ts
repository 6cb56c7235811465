import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectRecommendStatus } from '../../state/selectors.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { recommendingCode } from './code.ts';
import { RecommendCell } from './RecommendCell.tsx';

const selectDigest = ({ recommend: { result } }: NotebookState): string | null =>
  result && `${result.movies.length} movies for user ${result.userId}`;

const definition: CellDefinition = {
  id: 'recommend',
  order: 6,
  title: 'Recommend',
  purpose: 'The movies someone has not rated, ordered by what the model thinks they would give.',
  problemGroups: ['recommend'],
  selectStatus: selectRecommendStatus,
  selectDigest,
  Component: RecommendCell,
  Explain: later(async () => (await import('./ExplainRecommending.tsx')).ExplainRecommending),
  selectCode: (state) => {
    const userId = state.recommend.result?.userId ?? state.data.summary?.firstUserId ?? 1;
    const { minRatings, model } = selectConfiguration(state);
    return recommendingCode(userId, minRatings, model);
  },
};

export default definition;
