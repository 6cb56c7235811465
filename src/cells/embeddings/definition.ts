import { statusOf } from '../../core/cell-machine.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectWeightsStaleReason } from '../../state/selectors.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { EmbeddingsCell } from './EmbeddingsCell.tsx';
import { embeddingsSlice } from './slice.ts';

const hasModel = ({ training }: NotebookState): boolean => training.inUse !== null;

export const embeddingsCell: CellDefinition = {
  id: 'embeddings',
  title: 'Embeddings',
  doneWord: 'Ready',
  selectPurpose: () => 'What the model knows of each movie: which are similar, what the numbers say, and a map of all.',
  slices: [embeddingsSlice],
  problemGroups: [],
  selectStatus: (state) => (hasModel(state) ? statusOf({ phase: 'done' }, selectWeightsStaleReason(state)) : 'ready'),
  selectDigest: () => null,
  Component: EmbeddingsCell,
  Explain: later(async () => (await import('./ExplainEmbeddings.tsx')).ExplainEmbeddings),
  fetchCode: async () => (await import('./select-code.ts')).selectCode,
};
