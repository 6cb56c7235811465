import type { RawId } from '../../core/ids.ts';
import type { MovieRecord } from '../../core/ratings.ts';
import { LARGEST_ID } from './id-column.ts';
import { malformed, quote } from './malformed.ts';

/** The id of a movie as GroupLens writes it. Throws a LabError where it is none. */
export function movieNumber(id: string, file: string, line: number): number {
  const number = Number(id);
  if (!/^\d+$/.test(id) || number > LARGEST_ID) throw malformed(file, line, `${quote(id)} is not a movie id`);
  return number;
}

/** The three fields that every MovieLens release has of a movie. */
export function readMovie(id: RawId, title: string, genres: string): MovieRecord {
  return { id, ...splitTitle(title), genres: splitGenres(genres) };
}

/** More of a title is not shown anywhere. */
const LONGEST_TITLE = 500;

/** "Heat (1995)" → Heat, 1995. A title without a final year keeps null. */
export function splitTitle(text: string): { readonly title: string; readonly year: number | null } {
  const trimmed = text.trim();
  const [, year] = /\((\d{4})\)$/.exec(trimmed) ?? [];
  const title = year === undefined ? trimmed : trimmed.slice(0, -6).trim();
  return { title: title.slice(0, LONGEST_TITLE), year: year === undefined ? null : Number(year) };
}

const splitGenres = (text: string): readonly string[] =>
  text === '' || text === '(no genres listed)' ? [] : text.split('|').slice(0, 50);
