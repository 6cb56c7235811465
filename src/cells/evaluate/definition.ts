import { statusOf } from '../../core/cell-machine.ts';
import { popularNdcg } from '../../core/evaluate/popular-ndcg.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { EvaluateCell } from './EvaluateCell.tsx';
import { leakageSlice } from './leakage/slice.ts';
import { selectStaleEvaluation } from './selectors.ts';
import { evaluateSlice } from './slice.ts';

function selectDigest({ evaluate: { result } }: NotebookState): string | null {
  if (result === null) return null;
  const ndcg = result.evaluation.own.lists?.ndcg?.value;
  const popular = popularNdcg(result.evaluation);
  if (ndcg === undefined) return null;
  return popular ? `${(ndcg / popular).toFixed(2)} × most popular` : `NDCG ${ndcg.toFixed(3)}`;
}

export const evaluateCell: CellDefinition = {
  id: 'evaluate',
  title: 'Evaluate',
  selectPurpose: () =>
    'Are these lists better than showing everybody the most popular movies? And how large is the error in stars?',
  slices: [evaluateSlice, leakageSlice],
  problemGroups: ['evaluate'],
  selectStatus: (state) => statusOf(state.evaluate.run, selectStaleEvaluation(state)),
  selectDigest,
  Component: EvaluateCell,
  Explain: later(async () => (await import('./ExplainEvaluate.tsx')).ExplainEvaluate),
  fetchCode: async () => (await import('./select-code.ts')).selectCode,
};
