import type { MovieRecord } from '../../core/ratings.ts';
import { columnsOf, csvRecords, LARGEST_ID, malformed } from './csv.ts';

const FILE = 'movies.csv';

/** Reads GroupLens' movies.csv (movieId,title,genres; UTF-8; quoted titles). Throws a LabError with the line. */
export function parseMoviesCsv(bytes: Uint8Array): readonly MovieRecord[] {
  const records = csvRecords(new TextDecoder().decode(bytes), FILE);
  const header = records.next();
  if (header.done) throw malformed(FILE, 1, 'the file is empty');
  const at = columnsOf(header.value.fields, ['movieId', 'title', 'genres'], FILE);
  const movies: MovieRecord[] = [];
  for (const { line, fields } of records) {
    if (fields.length !== header.value.fields.length) {
      throw malformed(FILE, line, `there are ${fields.length} fields, not ${header.value.fields.length}`);
    }
    const idText = fields[at.movieId] as string;
    const id = Number(idText);
    if (!/^\d+$/.test(idText) || id > LARGEST_ID) throw malformed(FILE, line, `“${idText.slice(0, 30)}” is not a movie id`);
    movies.push({ id, ...splitTitle(fields[at.title] as string), genres: splitGenres(fields[at.genres] as string) });
  }
  return movies;
}

/** "Heat (1995)" → Heat, 1995. A title without a final year keeps null. */
export function splitTitle(text: string): { readonly title: string; readonly year: number | null } {
  const match = /^(.*?)\s*\((\d{4})\)\s*$/s.exec(text);
  return match ? { title: (match[1] as string).trim(), year: Number(match[2]) } : { title: text.trim(), year: null };
}

const splitGenres = (text: string): readonly string[] => (text === '' || text === '(no genres listed)' ? [] : text.split('|'));
