import type { Random } from '../random.ts';

const PRIMES = [2, 3, 5, 7, 11, 13] as const;

/**
 * Points in the unit cube of up to six dimensions, spread evenly: the Halton sequence, moved around the cube by random numbers
 * (Cranley and Patterson 1976).
 */
export function haltonPoints(count: number, dimensions: number, random: Random): readonly (readonly number[])[] {
  const shifts = Array.from({ length: dimensions }, () => random.next());
  return Array.from({ length: count }, (_, at) =>
    shifts.map((shift, dimension) => (radicalInverse(at + 1, PRIMES[dimension] as number) + shift) % 1),
  );
}

/** The digits of a whole number, mirrored at the point. */
function radicalInverse(value: number, base: number): number {
  let [rest, digit, sum] = [value, 1 / base, 0];
  while (rest > 0) {
    sum += digit * (rest % base);
    rest = Math.floor(rest / base);
    digit /= base;
  }
  return sum;
}
