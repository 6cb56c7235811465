import type { Cleaning } from '../../../core/clean/cleaning.ts';
import { readCount, readNumber, readValues } from './read-typed.ts';

/** The settings as they are typed. */
export type CleaningDraft = Readonly<Record<'notRated' | 'least' | 'most' | 'perUser' | 'perItem', string>> &
  Pick<Cleaning, 'repeats' | 'values'>;

export const draftOf = ({ notRated, least, most, perUser, perItem, repeats, values }: Cleaning): CleaningDraft => ({
  notRated: notRated === 'guess' ? '' : notRated.length === 0 ? 'none' : notRated.join(', '),
  least: least === null ? '' : String(least),
  most: most === null ? '' : String(most),
  perUser: String(perUser),
  perItem: String(perItem),
  repeats,
  values,
});

interface Read {
  /** Null where something is wrong. */
  readonly cleaning: Cleaning | null;
  /** What is wrong, in one sentence; null where nothing is. */
  readonly problem: string | null;
}

/** The settings that a draft stands for. */
export function readDraft({ repeats, values, ...typed }: CleaningDraft): Read {
  const notRated = typed.notRated.trim() === '' ? 'guess' : readValues(typed.notRated.trim());
  const [least, most] = [readLimit(typed.least), readLimit(typed.most)];
  const [perUser, perItem] = [readCount(typed.perUser), readCount(typed.perItem)];
  if (notRated === undefined) return wrong('Values that mean “not rated” are numbers, or the word none.');
  if (least === undefined || most === undefined) return wrong('The smallest and the largest rating are numbers, or empty.');
  if (least !== null && most !== null && least > most) return wrong('The smallest rating is larger than the largest.');
  if (perUser === undefined || perItem === undefined) return wrong('Minimum numbers of ratings are whole numbers from 1.');
  return { cleaning: { notRated, least, most, repeats, perUser, perItem, values }, problem: null };
}

const wrong = (problem: string): Read => ({ cleaning: null, problem });

const readLimit = (text: string): number | null | undefined => (text.trim() === '' ? null : readNumber(text));
