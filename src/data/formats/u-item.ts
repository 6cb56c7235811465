import type { MovieRecord } from '../../core/ratings.ts';
import { linesOf } from './latin.ts';
import { malformed } from './malformed.ts';
import { movieNumber, splitTitle } from './movie-fields.ts';

/** Id, title, two dates and an address stand before the flags. */
const BEFORE_FLAGS = 5;

/** The genres of MovieLens 100K in the order of the flags, for a zip without u.genre. */
const GENRES =
  "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western".split(
    '|',
  );

/**
 * Reads the u.item of MovieLens 100K (Latin-1, "|" between 24 fields: id, title, release date, video date, IMDb address and a
 * flag for each genre). A genre "unknown" is none. Throws a LabError with the line.
 */
export function parseUItem(bytes: Uint8Array, file: string, genres: readonly string[] = GENRES): readonly MovieRecord[] {
  return linesOf(bytes).flatMap((text, at) => {
    if (text === '') return [];
    const fields = text.split('|');
    const width = BEFORE_FLAGS + genres.length;
    if (fields.length !== width) throw malformed(file, at + 1, `there are ${fields.length} fields between “|”, not ${width}`);
    const flags = fields.slice(BEFORE_FLAGS);
    const odd = flags.findIndex((flag) => flag !== '0' && flag !== '1');
    if (odd >= 0) throw malformed(file, at + 1, `field ${BEFORE_FLAGS + odd + 1} is neither 0 nor 1`);
    const own = genres.filter((genre, place) => flags[place] === '1' && genre !== 'unknown');
    return [{ id: movieNumber(fields[0] as string, file, at + 1), ...splitTitle(fields[1] as string), genres: own }];
  });
}

/** Reads u.genre: a genre and its place a line. Throws a LabError with the line. */
export function parseUGenre(bytes: Uint8Array, file: string): readonly string[] {
  const genres: string[] = [];
  linesOf(bytes).forEach((text, at) => {
    if (text.trim() === '') return;
    const [genre, place] = text.split('|');
    if (Number(place) !== genres.length || !genre) throw malformed(file, at + 1, `this is not genre number ${genres.length}`);
    genres.push(genre);
  });
  return genres;
}
