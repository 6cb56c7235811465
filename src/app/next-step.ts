import { CELLS } from '../cells/list.ts';
import { isBusy } from '../core/cell-machine.ts';
import { isBaseline } from '../core/model-name.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { selectRunHasSteps, selectTrainLabel, selectWeightsStaleReason } from '../state/selectors.ts';

/** What to do next: why, in one sentence, and the words of the button that does it or leads there. */
export interface NextStep {
  readonly sentence: string;
  readonly label: string;
  /** A cell to go to; null where the button trains. */
  readonly goTo: string | null;
}

const trains = (sentence: string, label: string): NextStep => ({ sentence, label, goTo: null });
const leads = (goTo: string, label: string, sentence: string): NextStep => ({ sentence, label, goTo });

/** In the order of a first visit: load, train, look at the movies, change a setting and train again, evaluate, go further. */
export function nextStep(state: NotebookState): NextStep {
  const { data, training } = state;
  const label = selectTrainLabel(state);
  if (data.summary === null && data.run.phase === 'failed') return leads('data', 'See why', 'The ratings did not load.');
  if (data.summary === null || isBusy(data.run)) return trains('The ratings are being loaded.', label);
  if (isBusy(training.run)) return whileTraining(state);
  if (training.run.phase === 'failed') return leads('train', 'See why', 'The training run failed.');
  return training.inUse === null ? trains('Next: train a model on these ratings.', label) : afterTraining(state, training.inUse);
}

function whileTraining(state: NotebookState): NextStep {
  if (state.training.run.phase === 'paused')
    return leads('train', 'Go to the run', 'Training is paused: go through it step by step, or resume it.');
  return selectRunHasSteps(state)
    ? leads('train', 'Watch the error fall', 'The model is being trained.')
    : leads('train', 'See how far it is', 'The model is being fitted.');
}

function afterTraining(state: NotebookState, inUse: NonNullable<NotebookState['training']['inUse']>): NextStep {
  const stale = selectWeightsStaleReason(state);
  const { hasLooked, evaluate } = state;
  if (stale !== null) return trains(stale, selectTrainLabel(state));
  if (!hasLooked) return leads('recommend', 'See the five movies', `${howGood(state)} See which movies it recommends.`);
  if (inUse.number < 2) return leads('model', 'Change a setting', changeOf(inUse));
  if (inUse.validationRatings > 0 && evaluate.result?.of.runId !== inUse.runId)
    return leads('evaluate', 'Evaluate', 'Next: find out whether its lists are better than the most popular movies.');
  return leads(
    'model',
    'Choose another model',
    'You have been through all steps: compare with another model, or load other ratings.',
  );
}

/** After a reload the epochs of the run are gone. */
function howGood(state: NotebookState): string {
  const digest = CELLS.find(({ id }) => id === 'train')?.selectDigest(state) ?? null;
  return digest === null ? 'The model is trained.' : `Trained: ${digest}.`;
}

const changeOf = ({ configuration }: NonNullable<NotebookState['training']['inUse']>): string =>
  isBaseline(configuration.model)
    ? 'Next: choose a model that is trained step by step, and see whether it does better.'
    : 'Next: change one setting, such as the embedding size, and train again to compare.';
