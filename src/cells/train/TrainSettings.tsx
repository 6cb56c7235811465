import { BURN_IN } from '../../core/gibbs/sweeps.ts';
import type { SettingName } from '../../core/hyperparameters.ts';
import { isPairwise } from '../../core/loss.ts';
import { type DataSize, rangeOf } from '../../core/settings/data-size.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration, selectDataSize, selectDefaults } from '../../state/selectors.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { formatCount } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { ResetButton } from '../ResetButton.tsx';
import { SettingGrid } from '../SettingGrid.tsx';
import { changedCount, settingsOf } from '../setting-groups.ts';
import styles from './TrainSettings.module.css';

/** The settings that are always in view; the others open with “More settings”. */
const FIRST: readonly SettingName[] = ['epochs', 'learningRate', 'batchSize', 'unobserved', 'regularisation'];

export function TrainSettings() {
  const configuration = useNotebookState(selectConfiguration);
  const defaults = useNotebookState(selectDefaults);
  const size = useNotebookState(selectDataSize);
  const { model, loss, optimizer, epochs } = configuration;
  const all = settingsOf(['training'], configuration);
  if (all.length === 0) return <Muted>There is nothing to set: this model is fitted directly, without steps.</Muted>;
  const others = all.filter((name) => !FIRST.includes(name));
  const changed = changedCount(others, configuration, defaults);
  return (
    <div className={styles.settings}>
      <SettingGrid names={all.filter((name) => FIRST.includes(name))} />
      {model === 'mlp' && isPairwise(loss) && (
        <Muted>On pairs, dense layers alone are hardly better than popularity. The dot product and the hybrid are.</Muted>
      )}
      {optimizer === 'gibbs' && epochs <= BURN_IN + 1 && (
        <Muted>
          The first {BURN_IN} epochs only find the way. With no more than {BURN_IN + 1} nothing is averaged, and no prediction has
          an interval: {defaults.epochs} are usual here.
        </Muted>
      )}
      <Disclosure title="More settings" hint={changed > 0 ? `${changed} changed` : undefined}>
        <SettingGrid names={others} />
      </Disclosure>
      <div className={styles.reset}>
        <ResetButton groups={['training']} />
        <Muted>The defaults are tuned for data with {rangeWords(size)} ratings, like this.</Muted>
      </div>
    </div>
  );
}

function rangeWords(size: DataSize): string {
  const { from, below } = rangeOf(size);
  if (from === 0) return `fewer than ${formatCount(below)}`;
  return below === Number.POSITIVE_INFINITY ? `at least ${formatCount(from)}` : `${formatCount(from)} to ${formatCount(below)}`;
}
