import { isBaseline } from '../../core/model-name.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectMeasureInUse, selectWeightsStaleReason } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import { Reserved } from '../../ui/Reserved.tsx';
import { runProvenance, withElapsed } from '../provenance.ts';
import { SettingField } from '../SettingField.tsx';
import { TrainButton } from '../TrainButton.tsx';
import { DownloadWeights } from './DownloadWeights.tsx';
import { Favourites } from './Favourites.tsx';
import { NothingYet } from './NothingYet.tsx';
import { orderNote } from './order-note.ts';
import styles from './RecommendCell.module.css';
import { Tickets } from './Tickets.tsx';
import { UserPicker } from './UserPicker.tsx';
import { userNote } from './user-note.ts';

const selectRecommend = ({ recommend }: NotebookState) => recommend;
const selectInUse = ({ training }: NotebookState) => training.inUse;

export function RecommendCell() {
  const { run, result, userText } = useNotebookState(selectRecommend);
  const { recommend } = useActions();
  const inUse = useNotebookState(selectInUse);
  const measure = useNotebookState(selectMeasureInUse);
  const reason = useNotebookState(selectWeightsStaleReason);
  return (
    <div className={styles.cell}>
      <div className={styles.choice}>
        <UserPicker />
        <SettingField name="minRatings" />
      </div>
      {run.phase === 'failed' && run.error.code !== 'unknown-user' && (
        <Notice tone="failed" message={run.error.message} remedy={run.error.remedy}>
          <Button onClick={() => void recommend(userText)}>Try again</Button>
        </Notice>
      )}
      {result && reason && (
        <Notice tone="stale" message={reason} remedy="These movies come from the model as it was trained.">
          <TrainButton look="secondary" />
        </Notice>
      )}
      <Reserved part="movies">
        {result ? (
          <div className={styles.output}>
            <Tickets
              result={result}
              measure={measure}
              order={inUse && orderNote(inUse.configuration)}
              note={inUse && userNote(result, inUse.configuration)}
            />
            <Favourites result={result} measure={measure} steered={(inUse?.configuration.patience ?? 0) > 0} />
          </div>
        ) : (
          <NothingYet />
        )}
        {result && inUse && (
          <>
            <Provenance parts={withElapsed(runProvenance(inUse), result.milliseconds / 1000)} />
            {!isBaseline(inUse.configuration.model) && <DownloadWeights run={inUse} />}
          </>
        )}
      </Reserved>
    </div>
  );
}
