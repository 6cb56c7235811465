import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import {
  selectHasRates,
  selectHasRun,
  selectHasSteps,
  selectRunHasBatches,
  selectRunHasRates,
  selectTraining,
} from '../../state/selectors.ts';
import { later } from '../../ui/later.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Pending, Reserved } from '../../ui/Reserved.tsx';
import { Engines } from './engines/Engines.tsx';
import { FollowRating } from './internals/FollowRating.tsx';
import { WeightStatistics } from './internals/WeightStatistics.tsx';
import { LiveCurves } from './LiveCurves.tsx';
import { NotKept } from './NotKept.tsx';
import { PaceChoice } from './pacing/PaceChoice.tsx';
import { RunControls } from './RunControls.tsx';
import { RunFailure } from './RunFailure.tsx';
import { RunKeys } from './RunKeys.tsx';
import { RunOrigin } from './RunOrigin.tsx';
import { RateFinder } from './rate-finder/RateFinder.tsx';
import styles from './TrainCell.module.css';
import { TrainSettings } from './TrainSettings.tsx';

const KeptRuns = later(async () => (await import('./KeptRuns.tsx')).KeptRuns);
const RunFigures = later(async () => (await import('./RunFigures.tsx')).RunFigures);
const RunEnding = later(async () => (await import('./RunEnding.tsx')).RunEnding);

const DataAdvice = later(async () => (await import('./DataAdvice.tsx')).DataAdvice);

const selectNotice = ({ training }: NotebookState) => training.notice;
const selectHasKept = ({ training }: NotebookState) => training.kept.length > 0;
/** Data of which there is little to learn. */
const selectHasAdvice = ({ data: { summary } }: NotebookState): boolean =>
  summary !== null && (summary.users === 1 || summary.movies === 1 || summary.scale.min === summary.scale.max);
/** Whether the figures of a run are still to come; not while it stands before them. */
const selectAwaitsFigures = (state: NotebookState): boolean =>
  selectTraining(state) && (state.training.epochs.length > 0 || !state.training.haltsEarly);
const selectHasEpoch = ({ training }: NotebookState) => training.epochs.length > 0;
const selectHasEnded = ({ training }: NotebookState) => training.summary !== null;

export function TrainCell() {
  const hasAdvice = useNotebookState(selectHasAdvice);
  const hasKept = useNotebookState(selectHasKept);
  const hasEpoch = useNotebookState(selectHasEpoch);
  const hasEnded = useNotebookState(selectHasEnded);
  const hasRun = useNotebookState(selectHasRun);
  const awaitsFigures = useNotebookState(selectAwaitsFigures);
  const notice = useNotebookState(selectNotice);
  const hasSteps = useNotebookState(selectHasSteps);
  const hasRates = useNotebookState(selectHasRates);
  const runHasRates = useNotebookState(selectRunHasRates);
  const runHasBatches = useNotebookState(selectRunHasBatches);
  return (
    <div className={styles.cell}>
      <div className={styles.controls}>
        <TrainSettings />
        {hasAdvice && <DataAdvice />}
        {hasKept && <KeptRuns />}
        <RunControls />
        <PaceChoice />
        <RunKeys />
      </div>
      <RunFailure />
      <NotKept />
      {notice && <Notice tone="info" message={notice} />}
      {hasRun && (
        <Reserved part="run">
          {awaitsFigures && <Pending />}
          {(hasEpoch || hasEnded) && <RunEnding />}
          {hasEpoch && <RunFigures />}
        </Reserved>
      )}
      <LiveCurves />
      <RunOrigin />
      {runHasRates && (
        <>
          {runHasBatches && <FollowRating />}
          <WeightStatistics />
        </>
      )}
      {hasRates && <RateFinder />}
      {hasSteps && <Engines />}
    </div>
  );
}
