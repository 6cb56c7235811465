import type { Periods } from '../core/periods.ts';
import { pick } from '../core/pick.ts';
import type { Pairs } from './trainer.ts';

/** The pairs at these positions. */
export function pairsAt({ users, movies, when }: Pairs, positions: Int32Array): Pairs {
  return {
    users: pick(users, positions),
    movies: pick(movies, positions),
    when: mapPeriods(when, (column) => pick(column, positions)),
  };
}

/** The pairs from … to − 1, without copying. */
export function slicePairs({ users, movies, when }: Pairs, from: number, to: number): Pairs {
  return {
    users: users.subarray(from, to),
    movies: movies.subarray(from, to),
    when: mapPeriods(when, (column) => column.subarray(from, to)),
  };
}

/** Every movie with each of the users given, row by row. */
export function scoredPairs(users: Int32Array, movies: number, when?: Periods): Pairs {
  const repeat = (column: Int32Array): Int32Array =>
    Int32Array.from({ length: users.length * movies }, (_, i) => column[Math.floor(i / movies)] as number);
  return {
    users: repeat(users),
    movies: Int32Array.from({ length: users.length * movies }, (_, i) => i % movies),
    when: mapPeriods(when, repeat),
  };
}

function mapPeriods(when: Periods | undefined, map: (column: Int32Array) => Int32Array): Periods | undefined {
  return when && { periods: map(when.periods), userPeriods: map(when.userPeriods) };
}
