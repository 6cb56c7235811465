import { parameterCount } from '../../models/graph.ts';
import { MODELS } from '../../models/registry.ts';
import { selectConfiguration, selectGraph, selectModelName, selectModelStatus } from '../../state/selectors.ts';
import { formatCount } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { modelCode } from './code.ts';
import { ModelCell } from './ModelCell.tsx';

const definition: CellDefinition = {
  id: 'model',
  order: 4,
  title: 'Model',
  purpose: 'What is learned: how a user and a movie become a number of stars.',
  problemGroups: ['model', 'features'],
  selectStatus: selectModelStatus,
  selectDigest: (state) => {
    const graph = selectGraph(state);
    return graph && `${MODELS[selectModelName(state)].label}, ${formatCount(parameterCount(graph))} parameters`;
  },
  Component: ModelCell,
  Explain: later(async () => (await import('./ExplainModel.tsx')).ExplainModel),
  selectCode: (state) => modelCode(selectGraph(state), selectConfiguration(state).seed),
};

export default definition;
