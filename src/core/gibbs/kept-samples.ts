import { clamp } from '../clamp.ts';

/** The spread of so many is off by a fifth, of eight by a quarter. Even. */
const MOST = 12;
/** Samples of large models take the place of others earlier. */
const LEAST = 4;
const BYTES = 2 ** 26;

/** How many samples are kept of users and movies with so many rows, at most. */
export const keptSamples = (rows: number, bytesOfRow: number): number =>
  clamp(2 * Math.floor(BYTES / (rows * bytesOfRow) / 2), LEAST, MOST);
