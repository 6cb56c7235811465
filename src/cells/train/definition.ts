import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectTrainStatus } from '../../state/selectors.ts';
import { formatRmse } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { trainingCode } from './code.ts';
import { TrainCell } from './TrainCell.tsx';

function selectDigest({ training }: NotebookState): string | null {
  const last = training.epochs.at(-1);
  return last ? `RMSE ${formatRmse(last.validationRmse)} after ${last.epoch} of ${training.start?.configuration.epochs}` : null;
}

const definition: CellDefinition = {
  id: 'train',
  order: 5,
  title: 'Train',
  purpose: 'The numbers of the model are nudged, batch by batch, until its predictions fit the ratings.',
  problemGroups: ['training'],
  selectStatus: selectTrainStatus,
  selectDigest,
  Component: TrainCell,
  Explain: later(async () => (await import('./ExplainTraining.tsx')).ExplainTraining),
  selectCode: (state) => trainingCode(selectConfiguration(state)),
};

export default definition;
