import type { Address } from '../kernels.ts';

/**
 * Hands out addresses. Shares that ask for the same blocks in the same order get the same addresses, but for the blocks that
 * are each share's own. Memory is never given back: a plan is made once.
 */
export interface Arena {
  /** One block for all shares. */
  shared(bytes: number): Address;
  /** A block of this share's own. */
  own(bytes: number): Address;
  /** A block for each share, `stride` bytes apart, the first share's at `first`; this share's is `own`. */
  each(bytes: number): Blocks;
  /** Where the next block would start. */
  readonly end: Address;
}

export interface Blocks {
  readonly first: Address;
  readonly stride: number;
  readonly own: Address;
}

/** In bytes. */
export const CACHE_LINE = 64;

export function createArena(start: Address, shares: number, share: number): Arena {
  let end = align(start);
  const take = (bytes: number): Address => {
    const address = end;
    end += bytes;
    return address;
  };
  const each = (bytes: number): Blocks => {
    const stride = padded(bytes);
    const first = take(stride * shares);
    return { first, stride, own: first + share * stride };
  };
  return {
    shared: (bytes) => take(padded(bytes)),
    own: (bytes) => each(bytes).own,
    each,
    get end() {
      return end;
    },
  };
}

const align = (bytes: number): number => Math.ceil(bytes / CACHE_LINE) * CACHE_LINE;

/** Kernels work on whole vectors and blocks of them, so that they touch up to a cache line beyond what was asked for. */
const padded = (bytes: number): number => align(bytes) + CACHE_LINE;
