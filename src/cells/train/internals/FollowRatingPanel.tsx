import { isBusy } from '../../../core/cell-machine.ts';
import { gravityOf } from '../../../core/hyperparameters.ts';
import { ranksOnly } from '../../../core/loss.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Inspection, InspectionRequest } from './contract.ts';
import styles from './FollowRating.module.css';
import { LastStep } from './LastStep.tsx';
import { useInspection } from './use-inspection.ts';
import { WatchedPair } from './WatchedPair.tsx';
import { Way } from './Way.tsx';

const selectRun = ({ training }: NotebookState) => training.start ?? training.inUse;
const selectPhase = ({ training }: NotebookState) => training.run.phase;
const selectUserText = ({ recommend }: NotebookState) => recommend.userText;

/** Content of FollowRating, fetched when that is opened: one rating, the run's steps and what they do to it. */
export function FollowRatingPanel() {
  const followed = useNotebookState(selectRun);
  if (followed && ranksOnly(followed.configuration)) {
    return <Muted>This run learns to rank movies. Choose the aim Stars, or Stars and list, to follow single ratings.</Muted>;
  }
  if (followed && gravityOf(followed.configuration) > 0) {
    return <Muted>This run has gravity, which also changes rows outside the batch. Set it to 0 to follow single ratings.</Muted>;
  }
  if (!followed) return <Muted>As soon as a run has begun, one rating can be followed through it here.</Muted>;
  return <Watched />;
}

function Watched() {
  const phase = useNotebookState(selectPhase);
  const userText = useNotebookState(selectUserText);
  const { inspection, error, watch } = useInspection(firstRequest(userText, phase === 'paused'));
  if (error) {
    return (
      <Notice tone="failed" message={error.message} remedy={error.remedy}>
        <Button onClick={() => watch({ userId: null, movieId: null })}>Watch another rating</Button>
      </Notice>
    );
  }
  if (inspection === null) return <Muted>Looking into the run…</Muted>;
  return (
    <div className={styles.follow}>
      <WatchedPair inspection={inspection} watch={watch} />
      <Steering inspection={inspection} watch={watch} />
      <Way key={inspection.runId} inspection={inspection} />
      {inspection.step && <LastStep inspection={inspection} step={inspection.step} />}
    </div>
  );
}

/** While paused a rating that the next step will use; else one of the user whom the recommendations are for. */
function firstRequest(userText: string, paused: boolean): InspectionRequest {
  const userId = /^\d+$/.test(userText.trim()) ? Number(userText) : userText.trim();
  return { userId: paused || userId === '' ? null : userId, movieId: null };
}

interface SteeringProps {
  readonly inspection: Inspection;
  readonly watch: (request: InspectionRequest) => void;
}

function Steering({ inspection, watch }: SteeringProps) {
  const run = useNotebookState(({ training }) => training.run);
  const { step, pause } = useActions();
  return (
    <div className={styles.steering}>
      {run.phase === 'paused' && (
        <Button icon="step" onClick={() => void step('batch')}>
          Next step
        </Button>
      )}
      {run.phase === 'running' && (
        <Button icon="pause" onClick={() => void pause()}>
          Pause here
        </Button>
      )}
      {run.phase === 'paused' && (
        <Button look="quiet" icon="shuffle" onClick={() => watch({ userId: null, movieId: null })}>
          A rating of the next batch
        </Button>
      )}
      <Muted>{wordsOf(inspection, isBusy(run), run.phase === 'paused')}</Muted>
    </div>
  );
}

function wordsOf({ moment, rating, step }: Inspection, busy: boolean, paused: boolean): string {
  if (moment === 'epoch-end') return 'Shown with the weights of the last complete epoch. Pause to follow it step by step.';
  if (!busy) return 'Shown with the final weights of the run. Train again and pause to follow it step by step.';
  if (!paused) return '';
  if (rating.heldOut) return 'This rating is held out: no step ever learns from it.';
  if (rating.batch === 'next') return 'This rating is in the next batch: the next step learns from it.';
  if (rating.batch === 'last') return step ? 'The last step learned from this rating.' : 'This rating was in the last batch.';
  return 'This rating is neither in the last batch nor in the next.';
}
