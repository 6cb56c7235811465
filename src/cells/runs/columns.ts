import { bestEpochOf, differingSettings, heldOutOf, settingsOf } from '../../core/run-figures.ts';
import { type RunRecord, runLabel } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import { formatCount, formatMoment, formatRmse, formatSeconds } from '../../ui/format.ts';
import { figure, number, type RunColumn, setting, weights, words } from './column.ts';

/** The columns that there could be, and which of them tell the runs apart. */
export interface RunColumns {
  readonly all: readonly RunColumn[];
  /** By name: what is shown where only differences are wanted. */
  readonly differing: ReadonlySet<string>;
}

const FIRST: readonly RunColumn[] = [
  { name: 'run', title: 'Run', width: 180, isNumber: false, value: ({ name, number }) => name || number, text: runLabel },
];

/** Beside the name, so that they are in sight however many settings follow. */
const QUALITY: readonly RunColumn[] = [
  figure('rmse', 'Best validation RMSE', 176, 'linear', formatRmse),
  figure('ndcg', 'NDCG@10 of a sample', 176, 'linear', formatRmse),
];

const COURSE: readonly RunColumn[] = [
  {
    name: 'epochs-done',
    title: 'Epochs done',
    width: 110,
    isNumber: true,
    value: ({ epochs }) => epochs.length,
    text: ({ epochs, configuration }) => `${epochs.length} of ${configuration.epochs}`,
    axis: { scale: 'linear', write: formatCount },
  },
  figure('seconds', 'Time of epochs', 150, 'log', formatSeconds),
  {
    name: 'when',
    title: 'Started',
    width: 170,
    isNumber: true,
    value: ({ startedAt }) => startedAt,
    text: ({ startedAt }) => formatMoment(startedAt),
  },
];

/** What is shown where it is asked for. */
const MORE: readonly RunColumn[] = [
  setting('epochs'),
  number('best-epoch', 'Best epoch', 'linear', (record) => bestEpochOf(record)?.epoch ?? null),
  number('parameters', 'Parameters', 'log', ({ parameters }) => parameters),
  words('engine-used', 'Engine used', 200, ({ engine }) => engine.label),
  words('note', 'Note', 240, ({ note }) => note.replaceAll(/\s+/g, ' ')),
];

const DATA = words('data', 'Data', 200, ({ data }) => data.name);

/** `kept` are the runs whose weights are there. */
export function columnsOf(records: readonly RunRecord[], kept: ReadonlySet<RunId>): RunColumns {
  // How many epochs were wanted stands beside those that are done.
  const names = settingsOf(records).filter((name) => name !== 'epochs');
  const all = [...FIRST, ...QUALITY, setting('model'), ...names.map(setting), ...COURSE, weights(kept), DATA, ...MORE];
  const hasOneData = new Set(records.map((record) => heldOutOf(record).data)).size <= 1;
  const always = [...FIRST, ...QUALITY, ...COURSE].map(({ name }) => name);
  const settings = differingSettings(records).filter((name) => name !== 'epochs');
  const differing = new Set([...always, 'model', 'weights', ...settings, ...(hasOneData ? [] : ['data'])]);
  return { all, differing };
}

/** What was shown or hidden by hand comes before what is shown by itself. The name of a run is always there. */
export function columnsInView(
  { all, differing }: RunColumns,
  differencesOnly: boolean,
  byHand: Readonly<Record<string, boolean>>,
): readonly RunColumn[] {
  const byItself = ({ name }: RunColumn): boolean =>
    differencesOnly ? differing.has(name) : !MORE.some((more) => more.name === name);
  return all.filter((column) => column.name === 'run' || (byHand[column.name] ?? byItself(column)));
}
