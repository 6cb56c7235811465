import type { ColumnMapping } from '../../core/column-mapping.ts';
import { isWhole, plainName } from './column-names.ts';
import { isMissing } from './missing.ts';
import { isNumberText } from './number-text.ts';
import { secondsOf, toSeconds } from './times.ts';

type Part = keyof ColumnMapping;

/** What stands in a column. */
interface Shape {
  readonly at: number;
  readonly isNumeric: boolean;
  readonly isWhole: boolean;
  readonly isTime: boolean;
  readonly isConstant: boolean;
  /** Too long to be an id. */
  readonly isProse: boolean;
  /** 0, 1, 2 … or 1, 2, 3 …: the rows' numbers. */
  readonly isCount: boolean;
}

const IS_AMOUNT = /count|plays|hours|freq|weight|quantity|listen|click|view|times|amount|point|value/;
const YEAR_1990 = 631_152_000;
const YEAR_2100 = 4_102_444_800;

function shapeOf(rows: readonly (readonly string[])[], at: number): Shape {
  const values = rows.map((row) => row[at]?.trim() ?? '').filter((text) => !isMissing(text));
  const every = (fits: (text: string) => boolean): boolean => values.length > 0 && values.every(fits);
  const isNumeric = every(isNumberText);
  const first = Number(values[0]);
  return {
    at,
    isNumeric,
    isWhole: every((text) => /^\d+$/.test(text)),
    isTime: isNumeric ? at > 0 && every(isLikelySeconds) : every((text) => toSeconds(text) !== null),
    isConstant: values.length > 2 && new Set(values).size === 1,
    isProse: values.some((text) => text.length > 80),
    isCount: isNumeric && values.length > 2 && first <= 1 && values.every((text, row) => Number(text) === first + row),
  };
}

function isLikelySeconds(text: string): boolean {
  const seconds = Number(text) > 1e8 ? secondsOf(Number(text)) : null;
  return seconds !== null && seconds > YEAR_1990 && seconds < YEAR_2100;
}

/** Fills in what columns without known names seem to hold, by what stands in them: the usual order is user, item, rating, time. */
export function mappingByContents(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  known: Partial<ColumnMapping>,
): Partial<ColumnMapping> {
  const guess: { -readonly [P in Part]?: number | undefined } = { ...known };
  const shapes = columns.map((_, at) => shapeOf(rows, at));
  const free = (fits: (shape: Shape) => boolean): readonly number[] => {
    const taken = new Set(Object.values(guess));
    return shapes.filter((shape) => !taken.has(shape.at) && fits(shape)).map(({ at }) => at);
  };
  const choose = (part: Part, ...candidates: readonly (number | undefined)[]): void => {
    const column = candidates.find((candidate) => candidate !== undefined);
    if (guess[part] === undefined && column !== undefined) guess[part] = column;
  };
  const isAmount = ({ at }: Shape): boolean => IS_AMOUNT.test(plainName(columns[at] as string));
  choose('timestamp', free(({ isTime }) => isTime).at(-1));
  choose('rating', free((shape) => shape.isNumeric && isAmount(shape))[0]);
  // Two texts and a number: whatever their order, the number is the rating.
  const numbers = free(({ isNumeric, isCount }) => isNumeric && !isCount);
  if (numbers.length === 1) choose('rating', numbers[0]);
  const isId = ({ isNumeric, isWhole, isProse, isCount }: Shape): boolean =>
    !isProse && (isWhole || !isNumeric) && !(isCount && columns.length > 3);
  choose('user', free(isId)[0], free(() => true)[0]);
  // Where a text stands before the number that is left for the rating, it is the item.
  choose('item', free((shape) => isId(shape) && !shape.isConstant)[0], free(isId)[0], free(() => true)[0]);
  choose(
    'rating',
    free(({ isNumeric, isConstant, isCount }) => isNumeric && !isConstant && !isCount)[0],
    free(({ isNumeric }) => isNumeric)[0],
  );
  // A name alone is that of who rates, or of what is rated.
  const nameless = (['user', 'item'] as const).find((part) => guess[part] === undefined);
  if (nameless && guess.title !== undefined) {
    guess[nameless] = guess.title;
    guess.title = undefined;
  }
  return Object.fromEntries(Object.entries(guess).filter(([, column]) => column !== undefined));
}

const HALF = 0.5;

/** What of a mapping by names is borne out by what stands there: ratings are numbers, and a title is the same for all rows of an item. */
export function confirmed(
  mapping: Partial<ColumnMapping>,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Partial<ColumnMapping> {
  const { rating, title, genres, year, ...others } = mapping;
  // Where no other column could be the rating, its rows say what is wrong.
  const isOnly = mappingByContents(columns, rows, others).rating === undefined;
  const ofItem = Object.entries({ title, genres, year }).filter(
    ([, column]) => column !== undefined && isOfItem(column, mapping, columns, rows),
  );
  return {
    ...others,
    ...(rating !== undefined && (isOnly || isMostlyNumbers(rows, rating)) && { rating }),
    ...Object.fromEntries(ofItem),
  };
}

function isMostlyNumbers(rows: readonly (readonly string[])[], column: number): boolean {
  const values = rows.map((row) => row[column]?.trim() ?? '').filter((text) => !isMissing(text));
  return values.length === 0 || values.filter(isNumberText).length >= values.length * HALF;
}

/** Whether any column is one of numbers. */
export const hasNumbers = (columns: readonly string[], rows: readonly (readonly string[])[]): boolean =>
  rows.length > 0 && columns.some((_, at) => isMostlyNumbers(rows, at) && rows.some((row) => isNumberText(row[at] ?? '')));

const OF_A_REVIEW = /review|summary|comment|helpful|verified|text|body|headline/;

/** Two reviews of a product have two headlines; what is said of the product is said each time. */
function isOfItem(
  column: number,
  mapping: Partial<ColumnMapping>,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): boolean {
  const { item } = mapping;
  if (!isWhole(mapping) || item === undefined) return true;
  const said = new Map<string, string>();
  let [same, repeated] = [0, 0];
  for (const row of rows) {
    const [id, text] = [row[item] ?? '', row[column] ?? ''];
    const before = said.get(id);
    if (before === undefined) said.set(id, text);
    else repeated++;
    if (before === text) same++;
  }
  const isReview = columns.some((name, at) => at !== column && OF_A_REVIEW.test(plainName(name)));
  return repeated > 0 ? same >= repeated * 0.8 : !isReview;
}
