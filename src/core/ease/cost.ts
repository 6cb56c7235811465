import { LabError } from '../errors.ts';

/** A table of more than this a tab may be refused, or take from everything else: 1 GiB. */
const MOST_BYTES = 2 ** 30;

/** Multiplications a second of the SIMD engine on one thread: two thirds of what was measured on a server of some years ago. */
const SPEED = 1e10;

/** What a table of so many movies by so many takes. */
export interface EaseCost {
  readonly movies: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly fits: boolean;
}

export function easeCost(movies: number): EaseCost {
  const bytes = 4 * movies ** 2;
  return { movies, bytes, seconds: movies ** 3 / 2 / SPEED, fits: bytes <= MOST_BYTES };
}

/** Throws a LabError of code `no-memory` where the table does not fit into a tab. */
export function requireFit({ movies, bytes, fits }: EaseCost): void {
  if (fits) return;
  const size = `${movies.toLocaleString('en')} × ${movies.toLocaleString('en')}`;
  throw new LabError(
    'no-memory',
    `EASE needs a table of ${size} numbers: ${(bytes / 2 ** 30).toFixed(1)} GiB, more than a tab should use.`,
    'Use data with fewer movies, or count only high ratings as liked.',
  );
}
