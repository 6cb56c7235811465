import type { SettingName } from '../../core/hyperparameters.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { ResetButton } from '../ResetButton.tsx';
import { SettingGrid } from '../SettingGrid.tsx';
import { changedCount, settingsOf } from '../setting-groups.ts';
import styles from './TrainSettings.module.css';

/** What one turns first; all else is one click away. */
const FIRST: readonly SettingName[] = ['epochs', 'learningRate', 'batchSize'];

const selectOverrides = ({ overrides }: NotebookState) => overrides;

export function TrainSettings() {
  const configuration = useNotebookState(selectConfiguration);
  const overrides = useNotebookState(selectOverrides);
  const others = settingsOf(['training'], configuration).filter((name) => !FIRST.includes(name));
  const changed = changedCount(others, overrides);
  return (
    <div className={styles.settings}>
      <SettingGrid names={FIRST} />
      <Disclosure title="More settings" hint={changed > 0 ? `${changed} changed` : undefined}>
        <SettingGrid names={others} />
      </Disclosure>
      <ResetButton groups={['training']} />
    </div>
  );
}
