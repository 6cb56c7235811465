import type { MovieRecord } from '../../core/ratings.ts';
import { LARGEST_ID, malformed } from './malformed.ts';

/** The three fields that every MovieLens release has of a movie. Throws a LabError where the id is none. */
export function readMovie(id: string, title: string, genres: string, file: string, line: number): MovieRecord {
  const number = Number(id);
  if (!/^\d+$/.test(id) || number > LARGEST_ID) throw malformed(file, line, `“${id.slice(0, 30)}” is not a movie id`);
  return { id: number, ...splitTitle(title), genres: splitGenres(genres) };
}

/** "Heat (1995)" → Heat, 1995. A title without a final year keeps null. */
export function splitTitle(text: string): { readonly title: string; readonly year: number | null } {
  const match = /^(.*?)\s*\((\d{4})\)\s*$/s.exec(text);
  return match ? { title: (match[1] as string).trim(), year: Number(match[2]) } : { title: text.trim(), year: null };
}

const splitGenres = (text: string): readonly string[] => (text === '' || text === '(no genres listed)' ? [] : text.split('|'));
