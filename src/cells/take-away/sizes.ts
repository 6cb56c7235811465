import { keptSamples } from '../../core/gibbs/kept-samples.ts';
import { isJob } from '../../core/jobs/job-configuration.ts';
import { keptMoments } from '../../core/kept-moments.ts';
import type { RunStart } from '../../core/run-report.ts';
import { formatBytes } from '../../core/transfer.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import type { PythonName, TakeAwayName } from './contract.ts';
import { isPython } from './python-name.ts';
import { topOf } from './top.ts';

/** Bytes of a row of a table, as CSV and as Parquet, on MovieLens. */
const ROW = { lists: { csv: 52, parquet: 22 }, heldOut: { csv: 36, parquet: 14 } } as const;
/** Of a number in a table of texts, and of a title with its genres. */
const DIGITS = 12;
const TITLE = 55;
/** A rating in the zip of a job. */
const JOB_RATING = 4;
/** A record of a run with its curve. */
const RECORD = 6000;
const NOTEBOOK: Readonly<Record<PythonName, number>> = { notebook: 30_000, script: 22_000 };

/** How large a file will be, in words; null where that is not known yet. */
export function sizeWords(what: TakeAwayName, state: NotebookState): string | null {
  const bytes = bytesOf(what, state);
  if (bytes === null) return null;
  return `${what === 'safetensors' || what === 'npz' ? '' : 'about '}${formatBytes(bytes)}`;
}

/** Null where that is not known yet. */
export function bytesOf(what: TakeAwayName, { training: { inUse }, runs, takeAway, data }: NotebookState): number | null {
  if (isPython(what)) return NOTEBOOK[what];
  if (what === 'records') return runs.records.length * RECORD;
  if (isJob(what)) return data.summary && data.summary.ratings * JOB_RATING;
  if (inUse === null) return null;
  const {
    parameters,
    data: { users, movies },
    configuration,
    validationRatings,
    testRatings,
  } = inUse;
  const listed = users * topOf(takeAway.top);
  const heldOut = validationRatings + testRatings;
  switch (what) {
    case 'experiment':
      return stateBytes(inUse) + runs.records.length * RECORD;
    case 'lists-csv':
      return listed * ROW.lists.csv;
    case 'lists-parquet':
      return listed * ROW.lists.parquet;
    case 'held-out-csv':
      return heldOut * ROW.heldOut.csv;
    case 'held-out-parquet':
      return heldOut * ROW.heldOut.parquet;
    case 'projector':
      return (movies * (configuration.movieFactors * DIGITS + TITLE)) / 2;
    default:
      return 4 * (parameters + users + movies);
  }
}

/** Weights, the moments of each that the optimizer keeps, and the samples of one that draws. */
function stateBytes({ parameters, data: { users, movies }, configuration }: RunStart): number {
  const { first, second } = keptMoments(configuration);
  const moments = 4 * parameters * (1 + Number(first) + Number(second));
  if (configuration.optimizer !== 'gibbs') return moments;
  const [rows, rowBytes] = [users + movies, 4 * (configuration.userFactors + 1)];
  return moments + keptSamples(rows, rowBytes) * rows * rowBytes;
}
