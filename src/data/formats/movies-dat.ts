import type { MovieRecord } from '../../core/ratings.ts';
import { linesOf } from './latin.ts';
import { malformed } from './malformed.ts';
import { movieNumber, readMovie } from './movie-fields.ts';

/**
 * Reads the movies.dat of MovieLens 1M (Latin-1) and 10M (UTF-8): MovieID::Title::Genres, no header, LF or CRLF. `file` is its
 * name in the sentences of errors. Throws a LabError with the line.
 */
export function parseMoviesDat(bytes: Uint8Array, file: string): readonly MovieRecord[] {
  return linesOf(bytes).flatMap((text, at) => {
    const fields = text.split('::');
    if (text === '') return [];
    if (fields.length !== 3) throw malformed(file, at + 1, `there are ${fields.length} fields between “::”, not 3`);
    const [id, title, genres] = fields as [string, string, string];
    return [readMovie(movieNumber(id, file, at + 1), title, genres)];
  });
}
