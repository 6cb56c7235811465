import { readableTitle } from '../../../core/movie-title.ts';
import type { PersonMatches } from '../../data/person/contract.ts';
import type { FoundMovie, OwnMovie } from './contract.ts';

/** The top of the scale that Letterboxd has. */
const TOP = 5;

/** Ratings as Letterboxd writes them, which this page reads too: on its scale of five stars. */
export function writeOwn(own: readonly OwnMovie[], { max }: { readonly max: number }): string {
  const lines = own.map(({ title, year, stars }) =>
    [quoted(readableTitle(title)), year ?? '', '', Number(((stars * TOP) / max).toPrecision(6))].join(','),
  );
  return ['Name,Year,Letterboxd URI,Rating', ...lines, ''].join('\n');
}

const quoted = (title: string): string => (/[",\n]/.test(title) ? `"${title.replaceAll('"', '""')}"` : title);

export const ownFile = (own: readonly OwnMovie[], scale: { readonly max: number }): File =>
  new File([writeOwn(own, scale)], 'my-ratings.csv', { type: 'text/csv' });

/** What a file adds: a movie that was rated already takes the new stars. `movies`: those of the rows that match, in their order. */
export function joinOwn(own: readonly OwnMovie[], { rows }: PersonMatches, movies: readonly FoundMovie[]): readonly OwnMovie[] {
  const stars = rows.filter(({ kind }) => kind === 'matched').map((row) => row.stars);
  const added = movies.map(({ movieId, title, year }, at): OwnMovie => ({ movieId, title, year, stars: stars[at] as number }));
  const isNew = new Set(added.map(({ movieId }) => movieId));
  return [...added, ...own.filter(({ movieId }) => !isNew.has(movieId))];
}

/** What became of a file, in a sentence. */
export function takenWords({ rows, faulty }: PersonMatches): string {
  const matched = rows.filter(({ kind }) => kind === 'matched').length;
  const missing = rows.filter(({ kind }) => kind !== 'matched').map(({ title }) => `“${title}”`);
  const named = missing.slice(0, 5).join(', ') + (missing.length > 5 ? ` and ${missing.length - 5} more` : '');
  const left = missing.length === 0 ? '' : ` Without a match: ${named}.`;
  const broken = faulty.count === 0 ? '' : ` Lines that cannot be read: ${faulty.count}.`;
  return `${matched} ${matched === 1 ? 'rating' : 'ratings'} taken from the file.${left}${broken}`;
}
