import { type Aim, settingsOfAim } from '../../core/aim.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import type { LossName } from '../../core/loss.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration, selectDataSize } from '../../state/selectors.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { ALL_MOVIES, LOSS_HELP, wayOf, waysTo } from './aims.ts';

interface AimLossProps {
  readonly aim: Aim;
  readonly change: (settings: Partial<Configuration>) => void;
}

/** The loss, among those that serve the aim. */
export function AimLoss({ aim, change }: AimLossProps) {
  const configuration = useNotebookState(selectConfiguration);
  const options = waysTo(aim, configuration.model);
  const way = wayOf(aim, configuration.loss);
  const size = useNotebookState(selectDataSize);
  const first = wayOf(aim, settingsOfAim(aim, { ...configuration, loss: 'squared' }, size).loss ?? 'squared');
  const choose = (to: string): void => {
    if (aim !== 'list') change({ loss: to as LossName });
    else if (to === ALL_MOVIES) change({ loss: 'squared', listWeight: 1, movieFactors: configuration.userFactors });
    else change({ loss: to as LossName, listWeight: 0 });
  };
  return (
    <Segmented
      label="Loss"
      help={LOSS_HELP[aim === 'list' ? 'list' : 'stars']}
      defaultText={options.find(({ value }) => value === first)?.label ?? ''}
      changed={way !== first}
      value={way}
      options={options}
      onChange={choose}
    />
  );
}
