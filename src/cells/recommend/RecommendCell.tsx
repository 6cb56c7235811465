import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectWeightsStaleReason } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Reserved } from '../../ui/Reserved.tsx';
import { SettingField } from '../SettingField.tsx';
import { TrainButton } from '../TrainButton.tsx';
import { NothingYet } from './NothingYet.tsx';
import styles from './RecommendCell.module.css';
import { UserPicker } from './UserPicker.tsx';

const Recommended = later(async () => (await import('./Recommended.tsx')).Recommended);

const selectRecommend = ({ recommend }: NotebookState) => recommend;

export function RecommendCell() {
  const { run, result, userText } = useNotebookState(selectRecommend);
  const { recommend } = useActions();
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
      <Reserved part="movies">{result ? <Recommended result={result} /> : <NothingYet />}</Reserved>
    </div>
  );
}
