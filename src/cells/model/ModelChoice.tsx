import { BASELINE_NAMES, type ModelName, NETWORK_NAMES } from '../../core/model-name.ts';
import { MODELS } from '../../models/registry.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { selectModelName } from '../../state/selectors.ts';
import { ChoiceCard, ChoiceCards } from '../../ui/ChoiceCards.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './ModelChoice.module.css';

const GROUPS: readonly { readonly title: string; readonly names: readonly ModelName[] }[] = [
  { title: 'Embeddings', names: NETWORK_NAMES },
  { title: 'Baselines', names: BASELINE_NAMES },
];

export function ModelChoice() {
  const chosen = useNotebookState(selectModelName);
  const { set } = useActions();
  return (
    <fieldset className={classes(styles.groups, styles.balanced)}>
      <legend className="visually-hidden">Model</legend>
      {GROUPS.map(({ title, names }) => (
        <ChoiceCards key={title} legend={title} showLegend>
          {names.map((name) => (
            <ChoiceCard
              key={name}
              group="model"
              name={name}
              title={MODELS[name].label}
              purpose={MODELS[name].purpose}
              checked={name === chosen}
              onChoose={() => set('model', name)}
            />
          ))}
        </ChoiceCards>
      ))}
    </fieldset>
  );
}
