import { mapRating } from '../../../core/person/map-ratings.ts';
import type { Difference, PersonalService } from '../../../core/person/person.ts';
import type { RatingScale } from '../../../core/rating-scale.ts';
import { formatCount, formatQuantity } from '../../../ui/format.ts';
import type { MatchedMovie, MatchedRow } from './contract.ts';

/** What becomes of the ratings, in one sentence. */
export function scaleSentence({ name, scale: from }: PersonalService, to: RatingScale): string {
  const map = (rating: number): number => mapRating(rating, from, to);
  const values = [from.min, from.max, ...EXAMPLES.filter((value) => value > from.min && value < from.max)];
  if (values.every((value) => map(value) === value)) return 'The ratings are not changed.';
  const steps = to.step > 0 ? ` in steps of ${to.step}` : '';
  const example = values.findLast((value) => value < from.max) as number;
  const whose = name === null ? 'Its ratings from' : `${name}’s`;
  return `${whose} ${from.min} to ${from.max} become ${map(from.min)} to ${map(from.max)}${steps}: ${example} is ${map(example)} here.`;
}

/** Any scale up to 10 has one of these near its top. */
const EXAMPLES = [0.5, 1.5, 3.5, 7, 70];

const FIRST: Readonly<Record<MatchedRow['kind'], number>> = { unclear: 0, missing: 1, taken: 2, repeated: 3, matched: 4 };

/** Those that want looking at stand first. The place of each row goes with it. */
export const inOrder = (rows: readonly MatchedRow[]): readonly (readonly [number, MatchedRow])[] =>
  [...rows.entries()].sort(([, a], [, b]) => FIRST[a.kind] - FIRST[b.kind]);

/** "231 of 250 ratings match; 12 titles are not there." */
export function countSentence(rows: readonly MatchedRow[]): string {
  const count = (kind: MatchedRow['kind']): number => rows.filter((row) => row.kind === kind).length;
  const several = [
    [count('unclear'), 'match several movies', 'matches several movies'],
    [count('missing'), 'are not in the data', 'is not in the data'],
    [count('taken'), 'match a title that is already taken', 'matches a title that is already taken'],
    [count('repeated'), 'are older ratings of the same title', 'is an older rating of the same title'],
  ] as const;
  const rest = several.flatMap(([number, many, one]) =>
    number === 0 ? [] : [`${formatCount(number)} ${number === 1 ? one : many}`],
  );
  return `${formatCount(count('matched'))} of ${formatQuantity(rows.length, 'rating')} match${rest.map((words) => `; ${words}`).join('')}.`;
}

const DIFFERENCES: Readonly<Record<Difference, string>> = {
  article: 'except for the article',
  'other-title': 'by an alternative title',
  'first-part': 'by the first part of the title',
  'year-beside': 'year differs by one',
  'year-unknown': 'by title alone',
  'other-edition': 'another year, as for another edition',
};

/** Why a row has the match that it has, or none. */
export function matchWords({ kind, differences, byLine }: MatchedRow): string {
  switch (kind) {
    case 'matched':
      return differences.length === 0
        ? 'same title and year'
        : differences.map((difference) => DIFFERENCES[difference]).join(', ');
    case 'unclear':
      return 'choose one, or leave it out';
    case 'missing':
      return 'left out';
    case 'taken':
      return `left out: line ${byLine} has this match`;
    case 'repeated':
      return `left out: line ${byLine} is newer`;
  }
}

export const titleWords = (title: string, year: number | null | undefined): string => (year ? `${title} (${year})` : title);

/** "War of the Worlds (2005), 50 ratings". */
export const movieWords = ({ title, year, ratings }: MatchedMovie): string =>
  `${titleWords(title, year)}, ${formatQuantity(ratings, 'rating')}`;
