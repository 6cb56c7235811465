import { clamp } from '../../core/clamp.ts';

/** Real tables shrink to a fifth. Deflate can make a thousand of one byte, which is what a bomb does. */
const MOST_TIMES = 200;
/** Below this much nothing is a bomb. */
const HARMLESS_BYTES = 2 ** 26;
const MOST_BYTES = 2 ** 33;

/** How much so many packed bytes may unpack to. */
export const mostUnpacked = (packed: number): number => clamp(packed * MOST_TIMES, HARMLESS_BYTES, MOST_BYTES);

export const TOO_LARGE = 'unpacks to far more data than a table has';
