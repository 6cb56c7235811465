import { isJob } from '../../core/jobs/job-configuration.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import type { TakeAwayName } from './contract.ts';
import { isPython } from './python-name.ts';

const ENDINGS: Readonly<Record<TakeAwayName, string>> = {
  notebook: '.ipynb',
  script: '.py',
  safetensors: '.safetensors',
  npz: '.npz',
  layers: '-tfjs.zip',
  experiment: '.matinee',
  records: '-runs.json',
  'lists-csv': '-lists.csv',
  'lists-parquet': '-lists.parquet',
  'held-out-csv': '-held-out.csv',
  'held-out-parquet': '-held-out.parquet',
  projector: '-projector.zip',
  spark: '-spark.zip',
  tensorflow: '-tensorflow.zip',
};

/** Names a file after the run that it is of, or the settings where it is of no run. */
export function fileName(what: TakeAwayName, state: NotebookState): string {
  const { inUse } = state.training;
  if (what === 'records') return 'matinee-runs.json';
  if (isPython(what) || isJob(what) || inUse === null) return `matinee-${selectConfiguration(state).model}${ENDINGS[what]}`;
  return `matinee-${inUse.configuration.model}-run-${inUse.number}${ENDINGS[what]}`;
}
