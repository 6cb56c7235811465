import type { RawId } from '../../core/ids.ts';
import { checkRating, EVENT, FieldProblem, toRating } from './field-values.ts';
import { checkId, LARGEST_ID } from './id-column.ts';
import { hasDescription, type MovieTexts } from './movie-texts.ts';
import type { RatingSink } from './rating-builder.ts';
import type { RowLayout } from './row-layout.ts';
import { decodeText } from './text.ts';
import { secondsOf, toSeconds } from './times.ts';

/** Where the fields of the row stand that is being read, (width) each. */
export interface RowFields {
  bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly stops: Int32Array;
  /** NaN where the field is not digits with at most one point. */
  readonly values: Float64Array;
  /** 1 where it is digits alone, without a leading zero. */
  readonly whole: Uint8Array;
}

export const rowFields = (width: number): RowFields => ({
  bytes: new Uint8Array(),
  starts: new Int32Array(width),
  stops: new Int32Array(width),
  values: new Float64Array(width),
  whole: new Uint8Array(width),
});

/** Makes the fields from `from` on empty. */
export function clearFields({ starts, stops, values, whole }: RowFields, from: number): void {
  starts.fill(0, from);
  stops.fill(0, from);
  values.fill(Number.NaN, from);
  whole.fill(0, from);
}

/** Hands the rating of the row over. Throws a FieldProblem. */
export function ratingOfFields(layout: RowLayout, fields: RowFields, sink: RatingSink): () => void {
  const { at: place, lenient, decimal, time } = layout;
  const { starts, stops, values, whole } = fields;
  const hasPoint = decimal === '.';
  const isPlain = time === 'plain';
  const isDescribed = hasDescription(place);

  const textAt = (field: number): string => decodeText(fields.bytes, starts[field] as number, stops[field] as number);

  const numberAt = (field: number): number => {
    const value = values[field] as number;
    if (Number.isNaN(value)) {
      throw new FieldProblem(`field ${field + 1} is ${starts[field] === stops[field] ? 'empty' : 'not a number'}`);
    }
    if (value === Number.POSITIVE_INFINITY) throw new FieldProblem(`field ${field + 1} is too long`);
    return value;
  };

  const idAt = (field: number, what: 'user' | 'movie'): RawId => {
    const value = values[field] as number;
    if (whole[field] === 1 && value <= LARGEST_ID) return value;
    if (lenient) return checkId(textAt(field), what);
    if (Number.isInteger(numberAt(field)) && value <= LARGEST_ID) return value;
    throw new FieldProblem(`the ${what} id is not a whole number up to ${LARGEST_ID}`);
  };

  const ratingAt = (field: number): number => {
    const value = values[field] as number;
    if (!lenient) return checkRating(numberAt(field));
    return hasPoint && value < Number.POSITIVE_INFINITY ? checkRating(value) : toRating(textAt(field), decimal);
  };

  const timeAt = (field: number | undefined): number | null => {
    if (field === undefined) return null;
    const value = values[field] as number;
    return isPlain && value < Number.POSITIVE_INFINITY ? secondsOf(value) : toSeconds(textAt(field), time);
  };

  const textsOf = (): MovieTexts => {
    const text = (field: number | undefined): string => (field === undefined ? '' : textAt(field));
    return { title: text(place.title), genres: text(place.genres), year: text(place.year) };
  };

  return () => {
    const movie = idAt(place.item, 'movie');
    const rating = place.rating === undefined ? EVENT : ratingAt(place.rating);
    sink.add(idAt(place.user, 'user'), movie, rating, timeAt(place.timestamp));
    if (isDescribed && !sink.isDescribed(movie)) sink.describe(movie, textsOf());
  };
}
