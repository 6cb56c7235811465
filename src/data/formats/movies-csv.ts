import type { MovieRecord } from '../../core/ratings.ts';
import { mappingByNames } from './column-names.ts';
import { columnsOf, csvRecords } from './csv.ts';
import { malformed } from './malformed.ts';
import { movieId, readMovie } from './movie-fields.ts';
import { firstLineNotUtf8 } from './text.ts';

/**
 * Reads a file of titles: GroupLens' movies.csv (movieId,title,genres; UTF-8; quoted titles), or one of one's own whose header
 * names an id and a title. `file` is its name in the sentences of errors. Throws a LabError with the line.
 */
export function parseMoviesCsv(bytes: Uint8Array, file: string): readonly MovieRecord[] {
  const odd = firstLineNotUtf8(bytes);
  if (odd !== null) throw malformed(file, odd, 'the text is not valid UTF-8', 'Save the file as UTF-8.');
  const records = csvRecords(new TextDecoder().decode(bytes), file);
  const header = records.next();
  if (header.done) throw malformed(file, 1, 'the file is empty');
  const { fields: columns } = header.value;
  const { item, title } = mappingByNames(columns);
  const at =
    item === undefined || title === undefined ? columnsOf(columns, ['movieId', 'title'], file) : { movieId: item, title };
  const genres = columns.indexOf('genres');
  const movies: MovieRecord[] = [];
  for (const { line, fields } of records) {
    if (fields.length !== columns.length) {
      throw malformed(file, line, `there are ${fields.length} fields, not ${columns.length}`);
    }
    movies.push(readMovie(movieId(fields[at.movieId] as string, file, line), fields[at.title] as string, fields[genres] ?? ''));
  }
  return movies;
}
