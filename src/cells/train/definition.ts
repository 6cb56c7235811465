import { measureOf } from '../../core/measure.ts';
import { isBaseline } from '../../core/model-name.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectTrainStatus } from '../../state/selectors.ts';
import { formatRmse } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { trainingCode } from './code.ts';
import { fittingCode } from './fitting-code.ts';
import { TrainCell } from './TrainCell.tsx';

function selectDigest({ training }: NotebookState): string | null {
  const last = training.epochs.at(-1);
  if (!last || !training.start) return null;
  const { configuration } = training.start;
  const { error } = measureOf(configuration);
  const value =
    last.validationAuc === null ? `${error} ${formatRmse(last.validationError)}` : `AUC ${formatRmse(last.validationAuc)}`;
  return `${value} ${isBaseline(configuration.model) ? 'as fitted' : `after ${last.epoch} of ${configuration.epochs}`}`;
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
  selectCode: (state) => {
    const configuration = selectConfiguration(state);
    return isBaseline(configuration.model) ? fittingCode(configuration) : trainingCode(configuration);
  },
};

export default definition;
