import { appliesTo } from '../../core/hyperparameters.ts';
import { isBaseline } from '../../core/model-name.ts';
import { MODELS } from '../../models/registry.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectGraph, selectModelName } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import { Pending, Reserved } from '../../ui/Reserved.tsx';
import { ResetButton } from '../ResetButton.tsx';
import { SettingGrid } from '../SettingGrid.tsx';
import { settingsOf } from '../setting-groups.ts';
import styles from './ModelCell.module.css';
import { ModelChoice } from './ModelChoice.tsx';
import { Presets } from './Presets.tsx';
import { sizesOf } from './sizes.ts';

const Aim = later(async () => (await import('./Aim.tsx')).Aim);
const Features = later(async () => (await import('./Features.tsx')).Features);
const Learned = later(async () => (await import('./Learned.tsx')).Learned);
const Network = later(async () => (await import('./diagram/Network.tsx')).Network);

const selectSummary = ({ data }: NotebookState) => data.summary;

export function ModelCell() {
  const configuration = useNotebookState(selectConfiguration);
  const graph = useNotebookState(selectGraph);
  const data = useNotebookState(selectSummary);
  const model = useNotebookState(selectModelName);
  // Some ways to train know no more than users and movies.
  const hasFeatures = appliesTo('ratedSet', configuration);
  const settings = settingsOf(['model'], configuration);
  return (
    <div className={styles.cell}>
      <Presets />
      <ModelChoice />
      <Reserved part="aim">{!isBaseline(model) && (data ? <Aim /> : <Pending />)}</Reserved>
      {settings.length > 0 && <SettingGrid names={settings} />}
      <Reserved part="features">{hasFeatures && (data ? <Features /> : <Pending />)}</Reserved>
      {settings.length > 0 && (
        <div>
          <ResetButton groups={['model', 'features']} />
        </div>
      )}
      <Reserved part="model">
        {data ? (
          <>
            <div>
              <Formula block tex={MODELS[model].formula(configuration)} />
              {graph && <Formula block tex={sizesOf(graph)} />}
            </div>
            {graph && <Network graph={graph} optimizer={configuration.optimizer} />}
            {isBaseline(model) && <Learned model={model} sizes={data} />}
            <Provenance
              parts={[
                `Sized for ${data.name}: ${formatCount(data.users)} users and ${formatCount(data.movies)} movies`,
                ...(graph ? [`initial weights from seed ${configuration.seed}`] : []),
              ]}
            />
          </>
        ) : (
          <p className={styles.empty}>
            <Pending />
            The formula and the layers appear here once the data is loaded.
          </p>
        )}
      </Reserved>
    </div>
  );
}
