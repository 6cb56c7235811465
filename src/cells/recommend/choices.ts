import type { ChoiceName, ListChoices, ListRequest, RatedRule } from './contract.ts';
import { RECOMMENDED } from './recommended.ts';

/** What a list can be, and how it starts. */
export const TOP = { min: 1, max: 100, initial: RECOMMENDED } as const;
export const DISCOUNT = { min: 0, max: 2, initial: 0 } as const;
const RATED: readonly RatedRule[] = ['out', 'learned-out', 'in'];

/** A request with what is chosen; what cannot be used is as it starts. */
type Choices = Omit<ListRequest, 'minRatings'>;

type Readers = { readonly [Name in ChoiceName]: (text: string) => Partial<Choices> | null };

/** Each reads what the address writes; null where that cannot be used. */
const READERS: Readers = {
  top: (text) => {
    const count = numberIn(text, TOP);
    return count !== null && Number.isInteger(count) ? { count } : null;
  },
  rated: (text) => {
    const rated = RATED.find((rule) => rule === text);
    return rated ? { rated } : null;
  },
  discount: (text) => {
    const discount = numberIn(text, DISCOUNT);
    return discount === null ? null : { discount };
  },
  careful: (text) => (text === 'yes' ? { careful: true } : null),
  genre: (text) => (text.length <= LONGEST_GENRE ? { genre: text } : null),
  years: (text) => {
    const [, from = '', to = ''] = /^(\d{4})?-(\d{4})?$/.exec(text) ?? [];
    const isEmpty = from === '' && to === '';
    return isEmpty || (from !== '' && to !== '' && from > to) ? null : { years: [yearOf(from), yearOf(to)] };
  },
  titles: (text) => (text.trim() === '' || text.length > LONGEST_TITLES ? null : { titles: text }),
};

const LONGEST_GENRE = 200;
/** Several hundred titles; a list of all that somebody owns may be long. */
export const LONGEST_TITLES = 50_000;

const yearOf = (text: string): number | null => (text === '' ? null : Number(text));

function numberIn(text: string, { min, max }: { readonly min: number; readonly max: number }): number | null {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return number >= min && number <= max ? number : null;
}

const entriesOf = (choices: ListChoices) => Object.entries(choices) as [ChoiceName, string][];

export function requestOf(choices: ListChoices): Choices {
  const read = entriesOf(choices).map(([name, text]) => READERS[name](text));
  return Object.assign({ count: RECOMMENDED }, ...read) as Choices;
}

/** Those that cannot be used, each with a sentence. `genres`: those of the data; null where they are not known yet. */
export function faultsOf(
  choices: ListChoices,
  genres: readonly string[] | null = null,
): readonly { readonly name: ChoiceName; readonly message: string }[] {
  const isUsable = (name: ChoiceName, text: string): boolean =>
    READERS[name](text) !== null && (name !== 'genre' || genres === null || genres.includes(text));
  return entriesOf(choices).flatMap(([name, text]) => (isUsable(name, text) ? [] : [{ name, message: faultWords(name, text) }]));
}

const VALID: Readonly<Record<ChoiceName, string>> = {
  top: `a whole number from ${TOP.min} to ${TOP.max}`,
  rated: `one of ${RATED.join(', ')}`,
  discount: `a number from ${DISCOUNT.min} to ${DISCOUNT.max}`,
  careful: '“yes”',
  genre: 'a genre of the data',
  years: 'of the form 1990-1999, 1990- or -1999',
  titles: 'a list of titles',
};

const faultWords = (name: ChoiceName, text: string): string =>
  `The address sets ${name} to “${text.slice(0, 40)}”, which is not ${VALID[name]}; the default is used.`;
