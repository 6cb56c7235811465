import { appliesTo, type Configuration, SETTINGS, type SettingName } from '../../core/hyperparameters.ts';
import { isInStars } from '../../core/run-figures.ts';
import type { RunRecord } from '../../core/run-record.ts';
import { sizeOf } from '../../core/settings/data-size.ts';
import { formatSetting, inSentence } from '../../core/settings/format.ts';
import { labelOf } from '../../core/settings/words.ts';
import { withoutDefaults } from '../../state/address/settings-text.ts';
import { formatCount, formatMoment, formatQuantity, formatRmse, formatSeconds } from '../../ui/format.ts';

const OUTCOMES = {
  done: 'all epochs done',
  stopped: 'stopped by hand',
  early: 'stopped as it no longer got better',
  'out-of-time': 'stopped as its time was used up',
  failed: 'failed',
} as const;

/** All that is known of a run, part by part. */
export function provenanceOf(record: RunRecord): readonly string[] {
  const { data, engine, epochs, configuration, outcome, parameters, seconds, startedAt, test, taken } = record;
  return [
    formatSetting(SETTINGS.model, configuration.model),
    ...changedWords(record),
    `${data.name}, ${formatQuantity(data.ratings, 'rating')}`,
    `${formatCount(parameters)} parameters`,
    `${epochs.length} of ${formatQuantity(configuration.epochs, 'epoch')}${outcome ? `, ${OUTCOMES[outcome]}` : ''}`,
    ...(taken === null ? [] : [`weights of epoch ${taken}`]),
    ...(test === null ? [] : [`test ${isInStars(configuration) ? 'RMSE' : 'error'} ${formatRmse(test.error)}`]),
    ...(record.fold ? [`fold ${record.fold.at} of ${record.fold.of} held out`] : []),
    engine.label,
    `seed ${configuration.seed}`,
    formatMoment(startedAt),
    ...(seconds === null ? [] : [`${formatSeconds(seconds)} in all, with its preparation`]),
  ];
}

/** The settings that are not as they start on data of that size. */
function changedWords({ configuration, data }: RunRecord): readonly string[] {
  const changed = withoutDefaults(configuration, [sizeOf(data.ratings)]);
  const names = (Object.keys(changed) as SettingName[]).filter(
    (name) => !['model', 'seed'].includes(name) && appliesTo(name, configuration),
  );
  return names.map((name) => words(name, configuration));
}

const words = (name: SettingName, configuration: Configuration): string =>
  `${inSentence(labelOf(name, configuration))} ${formatSetting(SETTINGS[name], configuration[name])}`;
