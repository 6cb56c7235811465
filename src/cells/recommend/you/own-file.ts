import { readableTitle } from '../../../core/movie-title.ts';
import type { MatchedRow, PersonMatches } from '../../data/person/contract.ts';
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

/** What became of a file, in a few sentences. */
export function takenWords({ rows, unrated, faulty }: PersonMatches): string {
  const ofKind = (...kinds: readonly MatchedRow['kind'][]) => rows.filter(({ kind }) => kinds.includes(kind));
  const matched = ofKind('matched').length;
  const [missing, unclear, twice] = [ofKind('missing'), ofKind('unclear'), ofKind('repeated', 'taken').length];
  const first = faulty.lines[0] === undefined ? '' : ` (${faulty.lines[0]})`;
  return [
    `${matched} ${matched === 1 ? 'rating' : 'ratings'} taken from the file.`,
    missing.length > 0 && `Not in the data: ${named(missing)}.`,
    unclear.length > 0 && `Several movies fit, so search for them: ${named(unclear)}.`,
    twice > 0 && `Rated more than once in the file: ${twice}. One rating of each counts.`,
    unrated > 0 && `Without a rating: ${unrated}.`,
    faulty.count > 0 && `Lines that cannot be read: ${faulty.count}${first}.`,
  ]
    .filter((words) => words !== false)
    .join(' ');
}

const NAMED = 5;

function named(rows: readonly MatchedRow[]): string {
  const titles = rows.slice(0, NAMED).map(({ title }) => `“${title.slice(0, 60)}”`);
  return titles.join(', ') + (rows.length > NAMED ? ` and ${rows.length - NAMED} more` : '');
}
