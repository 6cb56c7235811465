import type { FeatureName } from '../../core/features.ts';
import { appliesTo, SETTINGS } from '../../core/hyperparameters.ts';
import { parameterCount } from '../../models/graph.ts';
import { FEATURES, missingFeature } from '../../models/vectors.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { selectBuild, selectConfiguration } from '../../state/selectors.ts';
import { formatCount } from '../../ui/format.ts';
import { Pending } from '../../ui/Reserved.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './Features.module.css';

/** What else the model may look at: a switch each, with what it costs, or why the data does not have it. */
export function Features() {
  const configuration = useNotebookState(selectConfiguration);
  const build = useNotebookState(selectBuild);
  const { set } = useActions();
  if (build === null) return <Pending />;
  const cost = (name: FeatureName): number =>
    parameterCount(build.graph({ ...configuration, [name]: true })) -
    parameterCount(build.graph({ ...configuration, [name]: false }));
  return (
    <fieldset className={styles.features}>
      <legend className={styles.legend}>Additional features</legend>
      {FEATURES.filter((name) => appliesTo(name, configuration)).map((name) => {
        const missing = missingFeature(name, build.features);
        const { label, help } = SETTINGS[name];
        return (
          <Switch
            key={name}
            label={label}
            help={missing ?? `${help} ${formatCount(cost(name))} parameters.`}
            defaultText="off"
            changed={configuration[name]}
            value={configuration[name]}
            disabled={missing !== null}
            onChange={(value) => set(name, value)}
          />
        );
      })}
    </fieldset>
  );
}
