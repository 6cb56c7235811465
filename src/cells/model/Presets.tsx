import { PRESETS } from '../../core/presets.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { selectDataSize, selectPreset } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { useSay } from '../../ui/words.tsx';
import styles from './Presets.module.css';

/** One click sets a whole configuration, which the address then holds. */
export function Presets() {
  const { takePreset } = useActions();
  const chosen = useNotebookState(selectPreset);
  const size = useNotebookState(selectDataSize);
  const say = useSay();
  return (
    <fieldset className={styles.presets}>
      <legend className={styles.legend}>Start from</legend>
      {PRESETS.filter(({ sizes }) => sizes?.includes(size) ?? true).map((preset) => (
        <div key={preset.label} className={styles.preset}>
          <Button className={styles.button} aria-pressed={preset === chosen} onClick={() => takePreset(preset)}>
            {preset.label}
          </Button>
          <span className={styles.help}>{say(preset.help)}</span>
        </div>
      ))}
    </fieldset>
  );
}
