import { type CsvCell, csvLine } from './csv.ts';
import { appliesTo, SETTING_NAMES } from './hyperparameters.ts';
import { bestEpochOf, figuresOf } from './run-figures.ts';
import { type RunRecord, runLabel } from './run-record.ts';

/** What stands in a row beside the settings. */
const COLUMNS: Readonly<Record<string, (record: RunRecord) => CsvCell>> = {
  run: runLabel,
  note: ({ note }) => note,
  started: ({ startedAt }) => new Date(startedAt).toISOString(),
  origin: ({ origin }) => origin,
  group: ({ group }) => group?.id ?? null,
  fold: ({ fold }) => fold?.at ?? null,
  folds: ({ fold }) => fold?.of ?? null,
  data: ({ data }) => data.name,
  data_sha256: ({ data }) => data.sha256,
  data_reading: ({ data }) => data.reading,
  ratings: ({ data }) => data.ratings,
  engine_used: ({ engine }) => engine.label,
  outcome: ({ outcome }) => outcome ?? 'interrupted',
  parameters: ({ parameters }) => parameters,
  epochs_done: ({ epochs }) => epochs.length,
  best_epoch: (record) => bestEpochOf(record)?.epoch ?? null,
  validation_error: (record) => bestEpochOf(record)?.validationError ?? null,
  validation_rmse: (record) => figuresOf(record).rmse,
  ndcg_at_10: (record) => figuresOf(record).ndcg,
  test_error: ({ test }) => test?.error ?? null,
  epoch_seconds: (record) => figuresOf(record).seconds,
};

/** Every run as a row of a CSV file; a setting has a column by its name, and is empty where it has no effect. */
export function writeRunTable(records: readonly RunRecord[]): string {
  const rows = records.map((record) => [...Object.values(COLUMNS).map((read) => read(record)), ...settingCells(record)]);
  const head = [...Object.keys(COLUMNS), ...SETTING_NAMES];
  return [head, ...rows].map(csvLine).join('');
}

const settingCells = ({ configuration }: RunRecord): readonly CsvCell[] =>
  SETTING_NAMES.map((name) => {
    if (!appliesTo(name, configuration)) return null;
    const value: CsvCell | readonly number[] = configuration[name];
    return typeof value === 'object' && value !== null ? value.join(' ') : value;
  });
