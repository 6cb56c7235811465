import { EVENT, FieldProblem, toRating } from './field-values.ts';
import { checkId } from './id-column.ts';
import { hasDescription } from './movie-texts.ts';
import { plainRow, type QuotedRow, quotedRow, type RowStart } from './quoted-row.ts';
import type { RatingSink } from './rating-builder.ts';
import type { RowLayout } from './row-layout.ts';
import { toSeconds } from './times.ts';

/** Reads rows with quotes in them, field by field as texts. */
export interface QuotedRatings {
  /** Null where the row is not whole yet. */
  row(start: RowStart): QuotedRow | null;
  /** Hands the rating of a row over. Throws a FieldProblem. */
  add(fields: readonly string[]): void;
}

export function quotedRatings({ at: place, width, least, decimal, time }: RowLayout, sink: RatingSink): QuotedRatings {
  const fits = (fields: readonly string[]): boolean =>
    fields.length >= least && fields.slice(width).every((field) => field === '');
  const isDescribed = hasDescription(place);
  return {
    row(start) {
      const quoted = quotedRow(start);
      // A quote that was no more than a letter would swallow the rows up to the next one.
      return quoted !== null && quoted.lines > 1 && !fits(quoted.fields) ? plainRow(start) : quoted;
    },
    add(fields) {
      if (!fits(fields)) throw new FieldProblem(`there are ${fields.length} fields, not ${width}`);
      const text = (field: number | undefined): string => (field === undefined ? '' : (fields[field] ?? ''));
      const movie = checkId(text(place.item), 'movie');
      const seconds = place.timestamp === undefined ? null : toSeconds(text(place.timestamp), time);
      const rating = place.rating === undefined ? EVENT : toRating(text(place.rating), decimal);
      sink.add(checkId(text(place.user), 'user'), movie, rating, seconds);
      if (!isDescribed || sink.isDescribed(movie)) return;
      sink.describe(movie, { title: text(place.title), genres: text(place.genres), year: text(place.year) });
    },
  };
}
