import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Pending, Reserved } from '../../ui/Reserved.tsx';
import { ResetButton } from '../ResetButton.tsx';
import { SettingGrid } from '../SettingGrid.tsx';
import { settingsOf } from '../setting-groups.ts';
import styles from './SplitCell.module.css';
import { StrategyChoice } from './StrategyChoice.tsx';

const SplitReport = later(async () => (await import('./SplitReport.tsx')).SplitReport);

export function SplitCell() {
  const configuration = useNotebookState(selectConfiguration);
  const settings = settingsOf(['split'], configuration).filter((name) => name !== 'split');
  return (
    <div className={styles.cell}>
      <StrategyChoice />
      <SettingGrid names={settings} />
      <div>
        <ResetButton groups={['split']} />
      </div>
      <Reserved part="split">
        <SplitOutput />
      </Reserved>
    </div>
  );
}

const selectSplit = ({ split }: NotebookState) => split;
const selectSummary = ({ data }: NotebookState) => data.summary;

function SplitOutput() {
  const { run, report } = useNotebookState(selectSplit);
  const { retrySplit } = useActions();
  const data = useNotebookState(selectSummary);
  if (run.phase === 'failed') {
    return (
      <Notice tone="failed" message={run.error.message} remedy={run.error.remedy}>
        {run.error.code === 'part-missing' && <Button onClick={retrySplit}>Try again</Button>}
      </Notice>
    );
  }
  if (report === null || data === null) {
    return (
      <p className={styles.words}>
        <Pending />
        The held-out ratings appear here once the data is loaded.
      </p>
    );
  }
  return <SplitReport report={report} of={data} />;
}
