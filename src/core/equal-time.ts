import { bestEpoch } from './best-epoch.ts';
import { type Configuration, SETTINGS } from './hyperparameters.ts';
import type { NumberSetting } from './settings/setting.ts';

/**
 * The configuration for so many seconds instead of so many epochs. A schedule that is stretched over the whole run needs its number of
 * epochs, and keeps it: such a run may be done before its time.
 */
export function forSeconds(configuration: Configuration, seconds: number): Configuration {
  const { schedule, warmup, epochs } = configuration;
  const isStretched = warmup > 0 || schedule === 'cosine' || schedule === 'one-cycle';
  const most = (SETTINGS.epochs as NumberSetting).max;
  return { ...configuration, timeBudget: seconds, patience: 0, epochs: isStretched ? epochs : most };
}

interface TimedEpoch {
  readonly seconds: number;
}

/** The epochs that ended within the time: the one in which it was used up is not counted, since it had more. */
export function epochsWithin<Epoch extends TimedEpoch>(epochs: readonly Epoch[], seconds: number): readonly Epoch[] {
  let used = 0;
  return epochs.filter((epoch) => {
    used += epoch.seconds;
    return used <= seconds;
  });
}

/** The best epoch that ended within the time; undefined where none did. */
export const bestWithin = <Epoch extends TimedEpoch & { readonly validationError: number | null }>(
  epochs: readonly Epoch[],
  seconds: number,
) => bestEpoch(epochsWithin(epochs, seconds));
