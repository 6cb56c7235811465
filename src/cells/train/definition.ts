import { isBusy } from '../../core/cell-machine.ts';
import { isPairwise } from '../../core/loss.ts';
import { type Measure, measureOf } from '../../core/measure.ts';
import { isBaseline } from '../../core/model-name.ts';
import { modelWords } from '../../core/model-words.ts';
import type { EpochReport } from '../../core/run-report.ts';
import { epochInUse } from '../../state/epochs.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectTrainStatus } from '../../state/selectors.ts';
import { formatRmse } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { enginesSlice } from './engines/slice.ts';
import { internalsSlice } from './internals/slice.ts';
import { pacingSlice } from './pacing/slice.ts';
import { rateFinderSlice } from './rate-finder/slice.ts';
import { replaySlice } from './replay/slice.ts';
import { trainSlice } from './slice.ts';
import { TrainCell } from './TrainCell.tsx';
import { inShort } from './verdict/standing.ts';

function selectDigest({ training }: NotebookState): string | null {
  const used = epochInUse(training.epochs, training.summary);
  if (!used || !training.start) return null;
  const { configuration } = training.start;
  const value = figureOf(used, measureOf(configuration));
  const short = isBusy(training.run) || used.validationError === null ? null : inShort(used.validationError, training.start);
  if (short !== null) return `${value}, ${short}`;
  return `${value} ${isBaseline(configuration.model) ? 'as fitted' : `after ${used.epoch} of ${configuration.epochs}`}`;
}

function figureOf({ validationAuc, validationError, trainError }: EpochReport, { error }: Measure): string {
  if (validationError === null) return `train ${error} ${formatRmse(trainError)}`;
  return validationAuc === null ? `${error} ${formatRmse(validationError)}` : `pair accuracy ${formatRmse(validationAuc)}`;
}

function selectPurpose(state: NotebookState): string {
  const configuration = selectConfiguration(state);
  const { model, loss, listWeight, optimizer } = configuration;
  const what = modelWords(configuration);
  if (isBaseline(model)) {
    return `${what}: computed directly from the ratings, by ${model === 'ease' ? 'one large inverse' : 'counting and averaging'}.`;
  }
  if (loss === 'implicit') {
    return `${what}: solves for the factors of all users and of all movies in turn, until liked movies score high and all others low.`;
  }
  if (optimizer === 'als') {
    return `${what}: solves for the factors of all users and of all movies in turn, until its predictions fit the ratings.`;
  }
  if (optimizer === 'gibbs') return `${what}: draws many models that the ratings make plausible, and averages them.`;
  const goal = isPairwise(loss) ? 'liked movies rank above unrated ones' : goalBetween(listWeight);
  const pace = optimizer === 'sgd-by-rating' ? 'rating by rating' : 'batch by batch';
  return `${what}: its weights are adjusted, ${pace}, until ${goal}.`;
}

/** What the training aims at, by the list weight. */
function goalBetween(listWeight: number): string {
  if (listWeight === 0) return 'its predictions fit the ratings';
  const list = 'liked movies score highest among all movies';
  return listWeight === 1 ? list : `its predictions fit the ratings, and ${list}`;
}

export const trainCell: CellDefinition = {
  id: 'train',
  title: 'Train',
  selectPurpose,
  slices: [trainSlice, pacingSlice, replaySlice, internalsSlice, rateFinderSlice, enginesSlice],
  problemGroups: ['training'],
  selectStatus: selectTrainStatus,
  selectDigest,
  Summary: later(async () => (await import('./TrainedModel.tsx')).TrainedModel),
  Component: TrainCell,
  Explain: later(async () => (await import('./ExplainTraining.tsx')).ExplainTraining),
  fetchCode: async () => (await import('./select-code.ts')).selectCode,
};
