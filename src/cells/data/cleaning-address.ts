import { type Cleaning, UNCLEANED } from '../../core/clean/cleaning.ts';
import { clip } from '../../state/address/clip.ts';
import type { AddressProblem } from '../../state/notebook-state.ts';

const NUMBER = '[+-]?\\d+(\\.\\d+)?(e[+-]?\\d+)?';
const COUNT = '[1-9]\\d{0,8}';

/** What an address may say of the ratings that count, by its names. */
const TEXTS: Readonly<Record<keyof Cleaning, string>> = {
  notRated: `none|${NUMBER}(,${NUMBER})*`,
  least: NUMBER,
  most: NUMBER,
  repeats: 'newest|mean|sum|largest',
  perUser: COUNT,
  perItem: COUNT,
  values: 'log1p',
};

const NAMES = Object.keys(TEXTS) as readonly (keyof Cleaning)[];

export const CLEANING_NAMES: readonly string[] = NAMES;

/** What an address says of the ratings that count; what cannot be used stays as it starts, and becomes a problem. */
export function readCleaning(entries: ReadonlyMap<string, string>): {
  readonly cleaning: Cleaning;
  readonly problems: readonly AddressProblem[];
} {
  const given = NAMES.filter((name) => entries.has(name)).map((name) => [name, entries.get(name) ?? ''] as const);
  const [fit, unfit] = [true, false].map((wanted) =>
    given.filter(([name, text]) => new RegExp(`^(${TEXTS[name]})$`).test(text) === wanted),
  ) as [typeof given, typeof given];
  return {
    cleaning: { ...UNCLEANED, ...Object.fromEntries(fit.map(([name, text]) => [name, settingOf(name, text)])) },
    problems: unfit.map(([name, text]) => ({
      group: 'data',
      message: `The address sets ${name} to “${clip(text)}”, which is not a valid value; it is ignored.`,
    })),
  };
}

function settingOf(name: keyof Cleaning, text: string): unknown {
  if (name === 'repeats' || name === 'values') return text;
  if (name === 'notRated') return text === 'none' ? [] : text.split(',').map(Number);
  return Number(text);
}

export function writeCleaning(cleaning: Cleaning): Readonly<Record<string, string>> {
  const changed = NAMES.filter((name) => String(cleaning[name]) !== String(UNCLEANED[name]));
  return Object.fromEntries(changed.map((name) => [name, String(cleaning[name]) || 'none']));
}
