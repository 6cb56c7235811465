import { BASELINE_NAMES, type ModelName, NETWORK_NAMES } from '../../core/model-name.ts';
import { MODELS } from '../../models/registry.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { selectModelName } from '../../state/selectors.ts';
import styles from './ModelChoice.module.css';

const GROUPS: readonly { readonly title: string; readonly names: readonly ModelName[] }[] = [
  { title: 'Embeddings', names: NETWORK_NAMES },
  { title: 'Baselines', names: BASELINE_NAMES },
];

export function ModelChoice() {
  const chosen = useNotebookState(selectModelName);
  const { set } = useActions();
  return (
    <fieldset className={styles.groups}>
      <legend className="visually-hidden">Model</legend>
      {GROUPS.map(({ title, names }) => (
        <fieldset key={title} className={styles.group}>
          <legend className={styles.title}>{title}</legend>
          <div className={styles.choice}>
            {names.map((name) => (
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
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}
