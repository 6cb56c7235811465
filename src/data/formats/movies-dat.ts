import type { MovieRecord } from '../../core/ratings.ts';
import { malformed } from './malformed.ts';
import { readMovie } from './movie-fields.ts';

/**
 * Reads the movies.dat of MovieLens 1M and 10M (MovieID::Title::Genres, no header, LF or CRLF). `file` is its name in the
 * sentences of errors. Throws a LabError with the line.
 */
export function parseMoviesDat(bytes: Uint8Array, file: string): readonly MovieRecord[] {
  return decode(bytes)
    .split('\n')
    .flatMap((text, at) => {
      const fields = text.replace(/\r$/, '').split('::');
      if (fields.length === 1 && fields[0] === '') return [];
      if (fields.length !== 3) throw malformed(file, at + 1, `there are ${fields.length} fields between “::”, not 3`);
      return [readMovie(...(fields as [string, string, string]), file, at + 1)];
    });
}

/** MovieLens 10M is UTF-8, 1M is Latin-1, and neither says so. Latin-1 letters beside plain ones are hardly ever valid UTF-8. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
