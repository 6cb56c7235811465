import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, mix32, mixKey, normal, shuffle } from './random.ts';

const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** Σ (observed − expected)² / expected for equally likely bins. */
function chiSquare(bins: ArrayLike<number>): number {
  const counts = Array.from(bins);
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** xoshiro128** word by word from its definition, in integers of any length. */
function* xoshiro(state: readonly number[]): Generator<number, never> {
  const MASK = 0xffffffffn;
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & MASK;
  let [s0, s1, s2, s3] = state.map(BigInt) as [bigint, bigint, bigint, bigint];
  for (;;) {
    yield Number((rotate((s1 * 5n) & MASK, 7n) * 9n) & MASK);
    const t = (s1 << 9n) & MASK;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotate(s3, 11n);
  }
}

const take = (numbers: Iterator<number>, count: number) => Array.from({ length: count }, () => numbers.next().value);

describe('xoshiro128**', () => {
  test('the definition here gives the published outputs of the state 1, 2, 3, 4', () => {
    // The reference implementation's (version 1.1), as in the tests of Rust's rand_xoshiro.
    const published = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];
    expect(take(xoshiro([1, 2, 3, 4]), 10)).toEqual(published);
  });

  test('the generator follows the definition from the state that seed and stream give', () => {
    fc.assert(
      fc.property(uint32, fc.string(), (seed, stream) => {
        const key = stream.split('').reduce((k, unit) => mixKey(k, unit.charCodeAt(0)), mixKey(seed));
        const state = [mixKey(key, 1), mixKey(key, 2), mixKey(key, 3), (mixKey(key, 4) | 1) >>> 0];
        const random = createRandom(seed, stream);
        expect(Array.from({ length: 20 }, () => random.nextUint32())).toEqual(take(xoshiro(state), 20));
      }),
    );
  });

  test('next is the same draw in [0, 1)', () => {
    const [a, b] = [createRandom(3, 'x'), createRandom(3, 'x')];
    for (let i = 0; i < 1000; i++) {
      const value = a.next();
      expect(value * 2 ** 32).toBe(b.nextUint32());
      expect(value >= 0 && value < 1).toBe(true);
    }
  });

  test('an array is filled with what single draws give, before and after others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { maxLength: 8 }), (lengths) => {
        const [a, b] = [createRandom(4, 'fill'), createRandom(4, 'fill')];
        for (const length of lengths) {
          const numbers = new Uint32Array(length);
          a.fill(numbers);
          expect([...numbers]).toEqual(Array.from(numbers, () => b.nextUint32()));
          expect(a.nextUint32()).toBe(b.nextUint32());
        }
      }),
    );
  });

  test('is uniform over 256 bins, in its high and in its low bits', () => {
    const random = createRandom(1, 'uniform');
    const [high, low] = [new Int32Array(256), new Int32Array(256)];
    for (let i = 0; i < 200_000; i++) {
      const word = random.nextUint32();
      high[word >>> 24] = (high[word >>> 24] ?? 0) + 1;
      low[word & 255] = (low[word & 255] ?? 0) + 1;
    }
    // 255 degrees of freedom: 99.9 % below 330.5, 0.1 % below 190.9.
    for (const bins of [high, low]) {
      expect(chiSquare(bins)).toBeLessThan(330.5);
      expect(chiSquare(bins)).toBeGreaterThan(190.9);
    }
  });

  test('pairs of neighbours fill the square evenly', () => {
    const random = createRandom(1, 'pairs');
    const bins = new Int32Array(256);
    for (let i = 0; i < 200_000; i++) {
      const bin = Math.floor(random.next() * 16) * 16 + Math.floor(random.next() * 16);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    expect(chiSquare(bins)).toBeLessThan(330.5);
  });
});

describe('streams', () => {
  const correlation = (a: () => number, b: () => number): number => {
    let sum = 0;
    for (let i = 0; i < 20_000; i++) sum += (a() - 0.5) * (b() - 0.5) * 12;
    return sum / 20_000;
  };

  test.each([
    [1, 'split', 1, 'order'],
    [1, 'split', 2, 'split'],
    [0, 'ab', 0, 'ba'],
    [0, '', 0, '\0'],
    [2 ** 31 - 1, 'weights:a', 2 ** 31 - 1, 'weights:b'],
  ])('seed %d of “%s” and seed %d of “%s” have nothing in common', (seedA, streamA, seedB, streamB) => {
    const [a, b] = [createRandom(seedA, streamA), createRandom(seedB, streamB)];
    expect(Math.abs(correlation(a.next, b.next))).toBeLessThan(5 / Math.sqrt(20_000));
  });
});

describe('mix32', () => {
  /** The published inverse of lowbias32. */
  function unmix(value: number): number {
    let x = value;
    x = Math.imul(x ^ (x >>> 16), 0x43021123);
    x = Math.imul(x ^ (x >>> 15) ^ (x >>> 30), 0x1d69e2a5);
    return (x ^ (x >>> 16)) >>> 0;
  }

  test('is undone by the published inverse, so that no two inputs meet', () => {
    fc.assert(
      fc.property(uint32, (value) => {
        expect(unmix(mix32(value))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  test('one flipped input bit flips each output bit about half the time', () => {
    const flips = new Float64Array(32 * 32);
    for (let value = 0; value < 4096; value++) {
      for (let bit = 0; bit < 32; bit++) {
        const changed = mix32(value) ^ mix32(value ^ (1 << bit));
        for (let out = 0; out < 32; out++) flips[bit * 32 + out] = (flips[bit * 32 + out] ?? 0) + ((changed >>> out) & 1);
      }
    }
    for (const count of flips) expect(Math.abs(count / 4096 - 0.5)).toBeLessThan(0.06);
  });
});

test('a key depends on every part and on their order', () => {
  const keys = [mixKey(), mixKey(0), mixKey(0, 0), mixKey(1, 0), mixKey(0, 1), mixKey(1, 2, 3), mixKey(3, 2, 1)];
  expect(new Set(keys).size).toBe(keys.length);
});

describe('normal', () => {
  const draw = normal(createRandom(1, 'normal'));
  const values = Float64Array.from({ length: 200_000 }, draw);
  const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / values.length;

  // Five standard errors each: √(1/n), √(2/n), √(15/n), √(96/n).
  test.each([
    [1, 0, 0.0112],
    [2, 1, 0.0158],
    [3, 0, 0.0433],
    [4, 3, 0.1096],
  ])('moment %d is %d', (power, expected, error) => {
    expect(Math.abs(moment(power) - expected)).toBeLessThan(error);
  });

  test('its quartiles hold a quarter each', () => {
    const quartile = 0.6744897501960817;
    const bins = [0, 0, 0, 0];
    for (const value of values) {
      const bin = value < -quartile ? 0 : value < 0 ? 1 : value < quartile ? 2 : 3;
      bins[bin] = (bins[bin] as number) + 1;
    }
    expect(chiSquare(bins)).toBeLessThan(16.27); // 3 degrees of freedom, 99.9 %
  });

  test('the two numbers of one draw are independent', () => {
    let sum = 0;
    for (let i = 0; i < values.length; i += 2) sum += (values[i] as number) * (values[i + 1] as number);
    expect(Math.abs(sum / (values.length / 2))).toBeLessThan(5 / Math.sqrt(values.length / 2));
  });

  test('stays finite where the uniform number is 0', () => {
    const zeros = normal({ next: () => 0, nextUint32: () => 0, fill: (numbers) => void numbers.fill(0) });
    expect([zeros(), zeros()].every(Number.isFinite)).toBe(true);
  });
});

describe('shuffle', () => {
  test.each([0, 1, 2, 100, 1024, 1025, 2049, 5000])('takes a draw for each of %i places but one, from the last on', (length) => {
    const [a, b] = [createRandom(5, 'shuffle'), createRandom(5, 'shuffle')];
    const expected = Int32Array.from({ length }, (_, i) => i);
    const shuffled = shuffle(expected.slice(), a);
    for (let i = length - 1; i > 0; i--) {
      const j = Math.floor(b.next() * (i + 1));
      [expected[i], expected[j]] = [expected[j] as number, expected[i] as number];
    }
    expect(shuffled).toEqual(expected);
    expect(a.nextUint32()).toBe(b.nextUint32());
  });

  test('keeps every value, in the same array', () => {
    fc.assert(
      fc.property(fc.int32Array(), uint32, (values, seed) => {
        const before = values.toSorted();
        const shuffled = shuffle(values, createRandom(seed, 'shuffle'));
        expect(shuffled).toBe(values);
        expect(shuffled.toSorted()).toEqual(before);
      }),
    );
  });

  test('makes all 24 orders of four equally likely', () => {
    const times = new Map<string, number>();
    const random = createRandom(1, 'orders');
    for (let i = 0; i < 24_000; i++) {
      const order = shuffle(Int32Array.of(1, 2, 3, 4), random).join('');
      times.set(order, (times.get(order) ?? 0) + 1);
    }
    expect(times.size).toBe(24);
    expect(chiSquare([...times.values()])).toBeLessThan(49.73); // 23 degrees of freedom, 99.9 %
  });
});
