import type { Configuration } from '../../core/hyperparameters.ts';
import { ranksOnly } from '../../core/loss.ts';
import { isBaseline } from '../../core/model-name.ts';
import { parameterCount } from '../../models/graph.ts';
import { MODELS } from '../../models/registry.ts';
import { selectConfiguration, selectGraph, selectModelName, selectModelStatus } from '../../state/selectors.ts';
import { settingsSlice } from '../../state/settings.ts';
import { formatCount } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { countLearned } from './count-learned.ts';
import { ModelCell } from './ModelCell.tsx';

function outcomeOf(configuration: Configuration): string {
  if (ranksOnly(configuration)) return 'a ranking score';
  return configuration.listWeight > 0 ? 'predicted stars and a place in the list' : 'predicted stars';
}

export const modelCell: CellDefinition = {
  id: 'model',
  title: 'Model',
  selectPurpose: (state) => `How the model turns a user and a movie into ${outcomeOf(selectConfiguration(state))}.`,
  // The settings stand where the first of them are shown.
  slices: [settingsSlice],
  problemGroups: ['model', 'features'],
  doneWord: 'Ready',
  selectStatus: selectModelStatus,
  selectDigest: (state) => {
    const graph = selectGraph(state);
    const model = selectModelName(state);
    const { summary } = state.data;
    if (isBaseline(model)) return summary && `${MODELS[model].label}, ${countLearned(model, summary)} numbers`;
    return graph && `${MODELS[model].label}, ${formatCount(parameterCount(graph))} parameters`;
  },
  Component: ModelCell,
  Explain: later(async () => (await import('./ExplainModel.tsx')).ExplainModel),
  fetchCode: async () => (await import('./select-code.ts')).selectCode,
};
