import { appliesTo, SETTINGS, type SettingName } from '../../core/hyperparameters.ts';
import { type FigureName, figuresOf } from '../../core/run-figures.ts';
import type { RunRecord } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import { formatSetting } from '../../core/settings/format.ts';
import { formatCount } from '../../ui/format.ts';

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
  /** How a number of it is written, and how it stands on an axis; absent of what is no number, and of a moment. */
  readonly axis?: { readonly scale: 'linear' | 'log'; write(value: number): string };
  /** What a choice is called in an address and in code, where that is not its text. */
  code?(record: RunRecord): string;
}

const NONE = '–';

/** Wide enough for a heading in semibold with its arrow; most numbers need less. */
const widthFor = (title: string): number => Math.max(124, Math.round(44 + 7 * title.length));

export function setting(name: SettingName): RunColumn {
  const described = SETTINGS[name];
  const isNumber = described.kind === 'number' || described.kind === 'seed';
  const has = ({ configuration }: RunRecord): boolean => appliesTo(name, configuration);
  const text = (record: RunRecord): string => (has(record) ? formatSetting(described, record.configuration[name]) : NONE);
  const value = (record: RunRecord) => (isNumber ? (record.configuration[name] as number) : text(record));
  const write = (at: number): string => formatSetting(described, at);
  return {
    ...{ name, title: described.label, width: widthFor(described.label), isNumber, text },
    value: (record) => (has(record) ? value(record) : null),
    code: ({ configuration }) => String(configuration[name]),
    ...(described.kind === 'number' ? { axis: { scale: described.scale, write } } : {}),
    ...(described.kind === 'seed' ? { axis: { scale: 'linear', write } } : {}),
  };
}

export function figure(
  name: FigureName,
  title: string,
  width: number,
  scale: 'linear' | 'log',
  write: (value: number) => string,
): RunColumn {
  return { ...number(name, title, scale, (record) => figuresOf(record)[name], write), width, figure: name };
}

export function number(
  name: string,
  title: string,
  scale: 'linear' | 'log',
  value: (record: RunRecord) => number | null,
  write: (value: number) => string = formatCount,
): RunColumn {
  const text = (record: RunRecord): string => {
    const own = value(record);
    return own === null ? NONE : write(own);
  };
  return { name, title, width: widthFor(title), isNumber: true, value, text, axis: { scale, write } };
}

export function words(name: string, title: string, width: number, read: (record: RunRecord) => string): RunColumn {
  return { name, title, width, isNumber: false, value: (record) => read(record) || null, text: read };
}

/** Of runs of a file there never were any. */
export function weights(kept: ReadonlySet<RunId>): RunColumn {
  const value = ({ id, origin }: RunRecord) => (kept.has(id) ? 'kept' : origin === 'file' ? null : 'not kept');
  return { name: 'weights', title: 'Weights', width: 96, isNumber: false, value, text: (record) => value(record) ?? NONE };
}
