/** A source of uniform numbers in [0, 1) and of 32-bit integers. Always passed in, never global. */
export interface Random {
  next(): number;
  nextUint32(): number;
  /** Fills an array with what so many calls of `nextUint32` would give, several times as fast. */
  fill(numbers: Uint32Array): void;
}

/** Mixes 32 bits so that neighbouring inputs give unrelated outputs ("lowbias32", Chris Wellons 2018). */
export function mix32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Folds any number of integers into one 32-bit key. */
export function mixKey(...parts: readonly number[]): number {
  return parts.reduce((key, part) => mix32(key ^ mix32(part + 0x9e3779b9)), 0x243f6a88);
}

/**
 * The generator xoshiro128** (Blackman and Vigna 2018). `stream` separates the uses of one seed (split, shuffle,
 * initial weights), so that a change in one leaves the others as they are.
 */
export function createRandom(seed: number, stream: string): Random {
  let key = mixKey(seed);
  for (let i = 0; i < stream.length; i++) key = mixKey(key, stream.charCodeAt(i));
  // Chromium boxes captured variables of more than 31 bits, anew with each write; elements of an array it does not.
  const state = Int32Array.of(mixKey(key, 1), mixKey(key, 2), mixKey(key, 3), mixKey(key, 4) | 1);
  const drawn = new Uint32Array(DRAWN_AT_ONCE);
  let taken = DRAWN_AT_ONCE;
  const nextUint32 = (): number => {
    if (taken === DRAWN_AT_ONCE) {
      draw(state, drawn);
      taken = 0;
    }
    return drawn[taken++] as number;
  };
  return {
    nextUint32,
    next: () => nextUint32() / 2 ** 32,
    fill(numbers) {
      const left = drawn.subarray(taken, taken + numbers.length);
      numbers.set(left);
      taken += left.length;
      draw(state, numbers.subarray(left.length));
    },
  };
}

/** While it draws, the state need not be written. */
const DRAWN_AT_ONCE = 32;

function draw(state: Int32Array, numbers: Uint32Array): void {
  let [a, b, c, d] = [state[0] as number, state[1] as number, state[2] as number, state[3] as number];
  for (let i = 0; i < numbers.length; i++) {
    const times5 = Math.imul(b, 5);
    numbers[i] = Math.imul((times5 << 7) | (times5 >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

/** Two independent standard normal numbers per call (Box and Muller 1958); returns a function that deals them out. */
export function normal(random: Random): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    const angle = 2 * Math.PI * random.next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** Numbers that a shuffle draws at once. */
const BLOCK = 1024;

/** Shuffles in place; every order is equally likely (Fisher and Yates). */
export function shuffle(values: Int32Array, random: Random): Int32Array {
  const numbers = new Uint32Array(Math.min(BLOCK, values.length));
  for (let i = values.length - 1; i > 0; ) {
    const drawn = numbers.subarray(0, i);
    random.fill(drawn);
    for (let k = 0; k < drawn.length; k++, i--) {
      const j = (((drawn[k] as number) / 2 ** 32) * (i + 1)) | 0;
      const held = values[i] as number;
      values[i] = values[j] as number;
      values[j] = held;
    }
  }
  return values;
}
