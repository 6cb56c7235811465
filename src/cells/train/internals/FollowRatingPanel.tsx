import { isBusy } from '../../../core/cell-machine.ts';
import { gravityOf } from '../../../core/hyperparameters.ts';
import { ranksOnly } from '../../../core/loss.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectCanTrain, selectConfiguration } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Inspection, InspectionRequest } from './contract.ts';
import styles from './FollowRating.module.css';
import { LastStep } from './LastStep.tsx';
import { useInspection } from './use-inspection.ts';
import { WatchedPair } from './WatchedPair.tsx';
import { Way } from './Way.tsx';

/** Of the run that is or was followed; of the next one before the first. */
const selectFollowed = (state: NotebookState) =>
  (state.training.start ?? state.training.inUse)?.configuration ?? selectConfiguration(state);
/** Whether there are weights to look at, by a run that goes or has left some; `soon` where it is about to have them. */
const selectSight = ({ training: { run, haltsEarly, progress, epochs, inUse } }: NotebookState): 'now' | 'soon' | 'none' => {
  if (!isBusy(run)) return inUse === null ? 'none' : 'now';
  const isComing = haltsEarly ? progress === null : inUse === null && epochs.length === 0;
  return isComing && run.phase === 'running' ? 'soon' : 'now';
};
const LOOKING = <Muted>Looking into the run…</Muted>;

const selectPhase = ({ training }: NotebookState) => training.run.phase;
const selectUserText = ({ recommend }: NotebookState) => recommend.userText;

/** Content of FollowRating, fetched when that is opened: one rating, the run's steps and what they do to it. */
export function FollowRatingPanel() {
  const followed = useNotebookState(selectFollowed);
  const sight = useNotebookState(selectSight);
  if (ranksOnly(followed)) {
    return <Muted>This run learns to rank movies. Choose the aim Stars, or Stars and list, to follow single ratings.</Muted>;
  }
  if (gravityOf(followed) > 0) {
    return <Muted>This run has gravity, which also changes rows outside the batch. Set it to 0 to follow single ratings.</Muted>;
  }
  if (sight === 'none') return <FirstBatch>{BEFORE}</FirstBatch>;
  return sight === 'now' ? <Watched /> : LOOKING;
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
  if (inspection === null) return LOOKING;
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

const BEFORE = 'Start a run that waits before its first batch, and follow one rating through its steps.';
const ENDED = 'Seen with the weights that the run ended with. A new run can be followed step by step from its first batch.';

/** Offers to start a run that waits before its first batch. */
function FirstBatch({ children }: { readonly children: string }) {
  const canTrain = useNotebookState(selectCanTrain);
  const { trainHalted } = useActions();
  return (
    <div className={styles.steering}>
      <Button icon="step" disabled={!canTrain} onClick={() => void trainHalted()}>
        Begin at the first batch
      </Button>
      <Muted>{children}</Muted>
    </div>
  );
}

interface SteeringProps {
  readonly inspection: Inspection;
  readonly watch: (request: InspectionRequest) => void;
}

function Steering({ inspection, watch }: SteeringProps) {
  const run = useNotebookState(({ training }) => training.run);
  const { step, pause } = useActions();
  if (!isBusy(run)) return <FirstBatch>{ENDED}</FirstBatch>;
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
      <Muted>{wordsOf(inspection, run.phase === 'paused')}</Muted>
    </div>
  );
}

function wordsOf({ moment, rating, step }: Inspection, paused: boolean): string {
  if (moment === 'epoch-end') return 'Shown with the weights of the last complete epoch. Pause to follow it step by step.';
  if (!paused) return '';
  if (rating.heldOut) return 'This rating is not in the training part: no step learns from it.';
  if (rating.batch === 'next') return 'This rating is in the next batch: the next step learns from it.';
  if (rating.batch === 'last') return step ? 'The last step learned from this rating.' : 'This rating was in the last batch.';
  return 'This rating is neither in the last batch nor in the next.';
}
