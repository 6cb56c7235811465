import { type Cleaning, UNCLEANED } from '../../core/clean/cleaning.ts';
import { clip } from '../../state/address/clip.ts';
import type { AddressProblem } from '../../state/notebook-state.ts';

/** The names by which an address says which ratings count, and what each is read and written by. */
const FIELDS: { readonly [Name in keyof Cleaning]: Field<Cleaning[Name]> } = {
  notRated: { expected: 'none or numbers', read: readValues, write: (values) => (values.length === 0 ? 'none' : String(values)) },
  least: { expected: 'a number', read: readNumber, write: String },
  most: { expected: 'a number', read: readNumber, write: String },
  repeats: { expected: 'newest, mean, sum or largest', read: oneOf('newest', 'mean', 'sum', 'largest'), write: String },
  perUser: { expected: 'a whole number from 1', read: readCount, write: String },
  perItem: { expected: 'a whole number from 1', read: readCount, write: String },
  values: { expected: 'raw or log1p', read: oneOf('raw', 'log1p'), write: String },
};

interface Field<Value> {
  readonly expected: string;
  /** Undefined where a text is not what is expected. */
  read(text: string): Value | undefined;
  write(value: Value): string;
}

const NAMES = Object.keys(FIELDS) as readonly (keyof Cleaning)[];

export const CLEANING_NAMES: readonly string[] = NAMES;

/** What an address says of the ratings that count; what cannot be used stays as it starts, and becomes a problem. */
export function readCleaning(entries: ReadonlyMap<string, string>): {
  readonly cleaning: Cleaning;
  readonly problems: readonly AddressProblem[];
} {
  const problems: AddressProblem[] = [];
  const read = NAMES.map((name): readonly [string, unknown] => {
    const text = entries.get(name);
    const value = text === undefined ? UNCLEANED[name] : FIELDS[name].read(text);
    if (text !== undefined && value === undefined) {
      const message = `The address sets ${name} to “${clip(text)}”, which is not ${FIELDS[name].expected}; it is ignored.`;
      problems.push({ group: 'data', message });
    }
    return [name, value ?? UNCLEANED[name]];
  });
  return { cleaning: Object.fromEntries(read) as unknown as Cleaning, problems };
}

export function writeCleaning(cleaning: Cleaning): Readonly<Record<string, string>> {
  const changed = NAMES.filter((name) => JSON.stringify(cleaning[name]) !== JSON.stringify(UNCLEANED[name]));
  return Object.fromEntries(changed.map((name) => [name, FIELDS[name].write(cleaning[name] as never)]));
}

/** "−1, 99" or nothing, as it is typed or stands in an address. */
export function readValues(text: string): readonly number[] | undefined {
  if (text === 'none') return [];
  const values = text.split(/[\s,;]+/).filter((part) => part !== '');
  const numbers = values.map((value) => Number(value.replace('−', '-')));
  return numbers.length > 0 && numbers.every(Number.isFinite) ? [...new Set(numbers)].sort((a, b) => a - b) : undefined;
}

export function readNumber(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text.replace('−', '-'));
  return Number.isFinite(number) ? number : undefined;
}

export function readCount(text: string): number | undefined {
  const count = readNumber(text);
  return count !== undefined && Number.isInteger(count) && count >= 1 ? count : undefined;
}

function oneOf<Value extends string>(...values: readonly Value[]): (text: string) => Value | undefined {
  return (text) => values.find((value) => value === text);
}
