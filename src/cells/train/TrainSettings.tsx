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
  const all = settingsOf(['training'], configuration);
  if (all.length === 0)
    return <p className={styles.none}>There is nothing to set: this model is fitted in one go, without steps.</p>;
  const others = all.filter((name) => !FIRST.includes(name));
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
