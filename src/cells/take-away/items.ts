import { isJob, missingJob } from '../../core/jobs/job-configuration.ts';
import { isBaseline } from '../../core/model-name.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectGraph, selectTraining } from '../../state/selectors.ts';
import type { TakeAwayName } from './contract.ts';
import { missingInNotebook } from './notebook/missing.ts';
import { isPython } from './python-name.ts';

/** Something that can be taken away, in one format or several. */
export interface Item {
  readonly title: string;
  /** What it is for. */
  readonly purpose: string;
  readonly files: readonly { readonly what: TakeAwayName; readonly label: string }[];
}

export const ITEMS: readonly Item[] = [
  {
    title: 'Notebook',
    purpose: 'Everything as it is set, in Keras 3, with the explanations: for Jupyter or Colab, or as a plain script.',
    files: [
      { what: 'notebook', label: '.ipynb' },
      { what: 'script', label: '.py' },
    ],
  },
  {
    title: 'Weights',
    purpose: 'The trained numbers with the ids of their rows: for Python, and to be opened here again.',
    files: [
      { what: 'safetensors', label: '.safetensors' },
      { what: 'npz', label: '.npz' },
    ],
  },
  {
    title: 'TensorFlow.js model',
    purpose: 'A layers model for your own web page, with a page of ten lines that predicts stars with it.',
    files: [{ what: 'layers', label: '.zip' }],
  },
  {
    title: 'Experiment',
    purpose: 'All runs with their settings and curves, with or without the state that the run in use continues from.',
    files: [
      { what: 'experiment', label: 'with weights' },
      { what: 'records', label: 'without weights' },
    ],
  },
  {
    title: 'Lists of all users',
    purpose: 'The best movies for every user: for a database or a spreadsheet.',
    files: [
      { what: 'lists-csv', label: '.csv' },
      { what: 'lists-parquet', label: '.parquet' },
    ],
  },
  {
    title: 'Held-out predictions',
    purpose: 'Each held-out rating beside its prediction: for measures and charts of your own.',
    files: [
      { what: 'held-out-csv', label: '.csv' },
      { what: 'held-out-parquet', label: '.parquet' },
    ],
  },
  {
    title: 'Embeddings',
    purpose: 'The vectors of the movies and their titles: for projector.tensorflow.org.',
    files: [{ what: 'projector', label: '.zip' }],
  },
  {
    title: 'Spark job',
    purpose: 'Trains the dot product or iALS with Apache Spark, from one computer to a cluster. Its weights open here.',
    files: [{ what: 'spark', label: '.zip' }],
  },
  {
    title: 'TensorFlow job',
    purpose: 'Trains the network with Keras on several computers (tf.distribute). Its weights open here.',
    files: [{ what: 'tensorflow', label: '.zip' }],
  },
];

const OF_WEIGHTS: readonly TakeAwayName[] = ['safetensors', 'npz', 'layers', 'experiment', 'projector'];

/** Why a file cannot be made now, in one sentence; null where it can. */
export function hindranceOf(what: TakeAwayName, state: NotebookState): string | null {
  const { training, runs } = state;
  const ofSettings = isPython(what) || isJob(what);
  if (ofSettings && state.data.summary === null) return 'Available once the data is loaded.';
  if (isPython(what)) return missingInNotebook(selectGraph(state));
  if (isJob(what)) return missingJob(what, selectConfiguration(state));
  if (what === 'records') return runs.records.length > 0 ? null : 'Available after the first run.';
  const { inUse } = training;
  if (selectTraining(state)) return 'Available once the run is over.';
  if (inUse === null) return 'Available once a model is trained.';
  if (OF_WEIGHTS.includes(what) && isBaseline(inUse.configuration.model)) {
    return 'This model is fitted directly and has no weights.';
  }
  if (what === 'layers' && inUse.configuration.listWeight === 1) {
    return 'This model ranks movies and predicts no stars.';
  }
  if (what.startsWith('held-out') && inUse.validationRatings === 0) return 'Nothing was held out in this run.';
  return null;
}
