import type { RawId } from '../../core/ids.ts';
import type { MovieRecord } from '../../core/ratings.ts';
import { LARGEST_ID } from './id-column.ts';
import { malformed, quote } from './malformed.ts';
import type { MovieTexts } from './movie-texts.ts';

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

/** The same of a movie as anybody writes it. A year in the title counts more than one beside it. */
export function describedMovie(id: RawId, { title, genres, year }: MovieTexts): MovieRecord {
  const split = splitTitle(title);
  const found = /\d{4}/.exec(year)?.[0];
  const beside = found === undefined || found === '0000' ? null : Number(found);
  return { id, title: split.title, year: split.year ?? beside, genres: looseGenres(genres) };
}

/** "Drama|War", "Drama, War" or "['Drama', 'War']". */
function looseGenres(text: string): readonly string[] {
  const written = text.trim().replace(/^\[(.*)\]$/, '$1');
  if (written === '' || written === '(no genres listed)' || written === '\\N') return [];
  const parts = written.split(written.includes('|') ? '|' : /[,;]/);
  return parts
    .map((part) => part.trim().replace(/^'(.*)'$|^"(.*)"$/, '$1$2'))
    .filter((part) => part !== '')
    .slice(0, 50);
}
