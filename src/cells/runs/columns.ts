import { appliesTo, SETTINGS, type SettingName } from '../../core/hyperparameters.ts';
import { differingSettings, type FigureName, figuresOf, settingsOf } from '../../core/run-figures.ts';
import { type RunRecord, runLabel } from '../../core/run-record.ts';
import { formatSetting } from '../../core/settings/format.ts';
import { formatMoment, formatRmse, formatSeconds } from '../../ui/format.ts';

/** A column of the table of runs. */
export interface RunColumn {
  /** Unique. */
  readonly name: string;
  readonly title: string;
  /** In pixels. */
  readonly width: number;
  readonly isNumber: boolean;
  /** What rows are sorted by; null where a run has nothing there. */
  value(record: RunRecord): string | number | null;
  text(record: RunRecord): string;
  /** The figure that a baseline is compared in. */
  readonly figure?: FigureName;
}

const NONE = '–';

const FIRST: readonly RunColumn[] = [
  { name: 'run', title: 'Run', width: 180, isNumber: false, value: ({ name, number }) => name || number, text: runLabel },
];

const LAST: readonly RunColumn[] = [
  {
    name: 'epochs-done',
    title: 'Epochs done',
    width: 110,
    isNumber: true,
    value: ({ epochs }) => epochs.length,
    text: ({ epochs, configuration }) => `${epochs.length} of ${configuration.epochs}`,
  },
  figure('rmse', 'Best validation RMSE', 176, formatRmse),
  figure('ndcg', 'NDCG@10 then', 136, formatRmse),
  figure('seconds', 'Time', 124, formatSeconds),
  {
    name: 'when',
    title: 'Started',
    width: 170,
    isNumber: true,
    value: ({ startedAt }) => startedAt,
    text: ({ startedAt }) => formatMoment(startedAt),
  },
];

const DATA: RunColumn = {
  name: 'data',
  title: 'Data',
  width: 200,
  isNumber: false,
  value: ({ data }) => data.name,
  text: ({ data }) => data.name,
};

/** The columns for these runs: of the settings, and of the data, only those in which they differ, or all that have an effect. */
export function columnsOf(records: readonly RunRecord[], differencesOnly: boolean): readonly RunColumn[] {
  const settings = differencesOnly ? differingSettings(records) : settingsOf(records);
  // How many epochs were wanted stands beside those that are done.
  const names = settings.filter((name) => name !== 'epochs');
  const hasData = !differencesOnly || new Set(records.map(({ data }) => `${data.name} ${data.reading}`)).size > 1;
  return [...FIRST, setting('model'), ...names.map(setting), ...LAST, ...(hasData ? [DATA] : [])];
}

function setting(name: SettingName): RunColumn {
  const described = SETTINGS[name];
  const isNumber = described.kind === 'number' || described.kind === 'seed';
  const has = ({ configuration }: RunRecord): boolean => appliesTo(name, configuration);
  const text = (record: RunRecord): string => (has(record) ? formatSetting(described, record.configuration[name]) : NONE);
  const value = (record: RunRecord) => (isNumber ? (record.configuration[name] as number) : text(record));
  return { name, title: described.label, width: 124, isNumber, text, value: (record) => (has(record) ? value(record) : null) };
}

function figure(name: FigureName, title: string, width: number, format: (value: number) => string): RunColumn {
  const value = (record: RunRecord) => figuresOf(record)[name];
  return {
    ...{ name, title, width, isNumber: true, figure: name, value },
    text(record) {
      const own = value(record);
      return own === null ? NONE : format(own);
    },
  };
}

export interface RunOrder {
  /** Of a column. */
  readonly name: string;
  readonly descending: boolean;
}

/** Runs with nothing there come last, whichever the direction. */
export function sortRuns(records: readonly RunRecord[], column: RunColumn, descending: boolean): readonly RunRecord[] {
  const sign = descending ? -1 : 1;
  const keyed = records.map((record) => ({ record, key: column.value(record) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return sign * compare(a.key, b.key);
  });
  return keyed.map(({ record }) => record);
}

/** Numbers come before texts. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === typeof b) return COLLATOR.compare(String(a), String(b));
  return typeof a === 'number' ? -1 : 1;
}

const COLLATOR = new Intl.Collator('en', { numeric: true });
