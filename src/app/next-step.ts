import { isBusy } from '../core/cell-machine.ts';
import { SETTINGS } from '../core/hyperparameters.ts';
import { canGoOn, type KeptRun } from '../core/kept-run.ts';
import { isBaseline } from '../core/model-name.ts';
import { formatSetting } from '../core/settings/format.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import {
  isThereNow,
  selectDataStatus,
  selectModelName,
  selectRunHasSteps,
  selectTrainLabel,
  selectWeightsStaleReason,
} from '../state/selectors.ts';

/** What to do next: why, in one sentence, and the words of the button that does it or leads there. */
export interface NextStep {
  readonly sentence: string;
  readonly label: string;
  /** A cell to go to; null where the button trains. */
  readonly goTo: string | null;
  /** The id of what to look at there, where it is not the beginning. */
  readonly part?: string;
}

const trains = (sentence: string, label: string): NextStep => ({ sentence, label, goTo: null });
const leads = (goTo: string, label: string, sentence: string): NextStep => ({ sentence, label, goTo });

/** In the order of a first visit: load, train, look at the movies, change a setting and train again, evaluate, go further. */
export function nextStep(state: NotebookState): NextStep {
  const { data, training } = state;
  const label = selectTrainLabel(state);
  if (selectDataStatus(state) === 'asking') return leads('data', 'Answer', 'The page needs to know how to read the ratings.');
  if (data.summary === null && data.run.phase === 'failed') return leads('data', 'See why', 'The ratings did not load.');
  if (data.summary === null || isBusy(data.run)) return trains('The ratings are being loaded.', label);
  if (isBusy(training.run)) return whileTraining(state);
  if (training.run.phase === 'failed') return leads('train', 'See why', 'The training run failed.');
  const run = interruptedRun(state);
  if (run)
    return leads('train', 'Go to the run', `A run was interrupted after epoch ${run.epochsDone}: resume it, or train again.`);
  return training.inUse === null ? beforeTraining(state) : afterTraining(state, training.inUse);
}

/** The newest run of a former visit, where it was interrupted and can go on here; not once another model is in use. */
function interruptedRun(state: NotebookState): KeptRun | null {
  const { kept, inUse } = state.training;
  const [run] = kept;
  if (run?.ended !== null || !canGoOn(run) || !isThereNow(state, run.data)) return null;
  return inUse === null || inUse.runId === run.id ? run : null;
}

/** What happened to a run of a former visit comes first. */
function beforeTraining(state: NotebookState): NextStep {
  const model = formatSetting(SETTINGS.model, selectModelName(state));
  return trains(
    state.training.notice ??
      `Next: train the model “${model}” on these ratings. It learns from most of them; the others then show how good it is, beside simple averages.`,
    selectTrainLabel(state),
  );
}

function whileTraining(state: NotebookState): NextStep {
  if (state.training.run.phase === 'paused')
    return leads('train', 'Go to the run', 'Training is paused: go through it step by step, or resume it.');
  if (state.training.start === null) return leads('train', 'Go to the run', 'The model is being prepared.');
  return selectRunHasSteps(state)
    ? { ...leads('train', 'Watch the error fall', 'The model is being trained.'), part: 'train-curve' }
    : leads('train', 'See how far it is', 'The model is being fitted.');
}

function afterTraining(state: NotebookState, inUse: NonNullable<NotebookState['training']['inUse']>): NextStep {
  const stale = selectWeightsStaleReason(state);
  const { hasLooked, evaluate } = state;
  if (stale !== null) return trains(stale, selectTrainLabel(state));
  if (!hasLooked)
    return leads(
      'recommend',
      'See the five movies',
      'Next: see which movies it recommends. Then change a setting, such as the embedding size, and train again to compare.',
    );
  if (inUse.number < 2) return leads('model', 'Change a setting', changeOf(inUse));
  if (inUse.validationRatings > 0 && evaluate.result?.of.runId !== inUse.runId)
    return leads('evaluate', 'Evaluate', 'Next: find out whether its lists are better than the most popular movies.');
  return leads(
    'model',
    'Choose another model',
    'You have been through all steps: compare with another model, or load other ratings.',
  );
}

const changeOf = ({ configuration }: NonNullable<NotebookState['training']['inUse']>): string =>
  isBaseline(configuration.model)
    ? 'Next: choose a model that is trained step by step, and see whether it does better.'
    : 'Next: change one setting, such as the embedding size, and train again to compare.';
