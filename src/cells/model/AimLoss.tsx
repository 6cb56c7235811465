import { type Aim, settingsOfAim, settingsOfAllMovies } from '../../core/aim.ts';
import type { Configuration, Overrides } from '../../core/hyperparameters.ts';
import type { LossName } from '../../core/loss.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration, selectDataSize } from '../../state/selectors.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { ALL_MOVIES, LOSS_HELP, wayOf, waysTo } from './aims.ts';

interface AimLossProps {
  readonly aim: Aim;
  readonly overrides: Overrides;
  readonly change: (settings: Partial<Configuration>) => void;
}

/** The loss, among those that serve the aim. */
export function AimLoss({ aim, overrides, change }: AimLossProps) {
  const configuration = useNotebookState(selectConfiguration);
  const options = waysTo(aim, configuration.model);
  const way = wayOf(aim, configuration.loss);
  const size = useNotebookState(selectDataSize);
  const first = wayOf(aim, settingsOfAim(aim, { ...overrides, loss: 'squared' }, size).loss ?? 'squared');
  const choose = (to: string): void => {
    if (aim !== 'list') change({ loss: to as LossName });
    else if (to === ALL_MOVIES) change(settingsOfAllMovies(overrides, size));
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
