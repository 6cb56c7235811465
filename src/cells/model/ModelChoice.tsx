import type { ModelName } from '../../core/model-name.ts';
import { MODELS } from '../../models/registry.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { selectModelName } from '../../state/selectors.ts';
import styles from './ModelChoice.module.css';

const NAMES = Object.keys(MODELS) as readonly ModelName[];

export function ModelChoice() {
  const chosen = useNotebookState(selectModelName);
  const { set } = useActions();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">Model</legend>
      {NAMES.map((name) => (
        <label key={name} className={styles.card}>
          <input
            type="radio"
            name="model"
            className={styles.radio}
            checked={name === chosen}
            onChange={() => set('model', name)}
            aria-describedby={`model-${name}`}
            aria-label={MODELS[name].label}
          />
          <span className={styles.name}>{MODELS[name].label}</span>
          <span id={`model-${name}`} className={styles.purpose}>
            {MODELS[name].purpose}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
