import { SETTINGS } from '../../core/hyperparameters.ts';
import { canGoOn, type KeptRun } from '../../core/kept-run.ts';
import { measureOf } from '../../core/measure.ts';
import { formatSetting } from '../../core/settings/format.ts';
import { formatAgo, formatRmse } from '../../ui/format.ts';

/** What a kept run is and how far it got, in one sentence. `now` in milliseconds since 1970-01-01 UTC. */
export function keptWords(run: KeptRun, now: number): string {
  const { configuration, data, epochsDone, validationError, ended, savedAt } = run;
  const model = `${formatSetting(SETTINGS.model, configuration.model)} ${configuration.userFactors}`;
  const what = `(${data.name}, ${model}, ${formatAgo((now - savedAt) / 1000)})`;
  const where = `after epoch ${epochsDone} of ${configuration.epochs}`;
  if (ended === null) return `A run was interrupted ${where} ${what}.`;
  if (canGoOn(run)) return `A run was stopped ${where} ${what}.`;
  const error =
    validationError === null
      ? 'trained on everything'
      : `validation ${measureOf(configuration).error} ${formatRmse(validationError)}`;
  return `The model of an earlier visit is still here: ${error}, ${epochsDone} of ${configuration.epochs} epochs ${what}.`;
}
