import { isSameData } from '../../../core/data-source.ts';
import { SETTINGS } from '../../../core/hyperparameters.ts';
import { BASELINE_NAMES } from '../../../core/model-name.ts';
import { modelWords } from '../../../core/model-words.ts';
import type { RunStart } from '../../../core/run-report.ts';
import { formatSetting } from '../../../core/settings/format.ts';
import { clip } from '../../../state/address/clip.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import type { OtherModel } from './contract.ts';

/** A model that the one in use can be compared with. */
export interface OtherChoice {
  /** As the control and the address name it. */
  readonly value: string;
  readonly label: string;
  readonly other: OtherModel;
}

/** Why what is chosen cannot be compared with. */
export const missingWords = (other: string): string =>
  other.startsWith('run:')
    ? 'The weights of the run that was chosen are in use now, or no longer kept.'
    : `“${clip(other)}” cannot be compared here: it is in use, or no model has this name.`;

/** Other kept runs on the same data, and the baselines that are not in use. */
export function otherChoices(
  { records, weights }: Pick<NotebookState['runs'], 'records' | 'weights'>,
  inUse: RunStart,
): readonly OtherChoice[] {
  const kept = weights.filter(({ id, data }) => id !== inUse.runId && isSameData(data, inUse.data));
  const runs = kept.map(({ id, savedAt, configuration }): OtherChoice => {
    const record = records.find((one) => one.id === id);
    const name = record?.name || (record ? `Run ${record.number}` : 'A kept run');
    return { value: `run:${id}`, label: `${name}: ${modelWords(configuration)}`, other: { kind: 'run', id, savedAt } };
  });
  const baselines = BASELINE_NAMES.filter((model) => model !== inUse.configuration.model);
  return [
    ...runs,
    ...baselines.map((model): OtherChoice => {
      const label = `Baseline: ${formatSetting(SETTINGS.model, model)}`;
      return { value: model, label, other: { kind: 'baseline', model } };
    }),
  ];
}
