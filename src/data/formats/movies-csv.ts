import type { MovieRecord } from '../../core/ratings.ts';
import { columnsOf, csvRecords } from './csv.ts';
import { malformed } from './malformed.ts';
import { readMovie } from './movie-fields.ts';

/**
 * Reads GroupLens' movies.csv (movieId,title,genres; UTF-8; quoted titles). `file` is its name in the sentences of errors.
 * Throws a LabError with the line.
 */
export function parseMoviesCsv(bytes: Uint8Array, file: string): readonly MovieRecord[] {
  const records = csvRecords(new TextDecoder().decode(bytes), file);
  const header = records.next();
  if (header.done) throw malformed(file, 1, 'the file is empty');
  const at = columnsOf(header.value.fields, ['movieId', 'title', 'genres'], file);
  const movies: MovieRecord[] = [];
  for (const { line, fields } of records) {
    if (fields.length !== header.value.fields.length) {
      throw malformed(file, line, `there are ${fields.length} fields, not ${header.value.fields.length}`);
    }
    movies.push(readMovie(fields[at.movieId] as string, fields[at.title] as string, fields[at.genres] as string, file, line));
  }
  return movies;
}
