/** What a slider slides over. On a logarithmic scale 0 may stand below `min`, at the left end, as "off" (`zero`). */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly scale: 'linear' | 'log';
  /** The grid of a linear scale. */
  readonly step: number;
  readonly integer: boolean;
  readonly zero: boolean;
}

/** The values of a decade (or, for whole numbers between powers of two, of an octave) that people count in. */
const DECADE = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
const OCTAVE = [1, 1.25, 1.5, 1.75];

/** The part of the track that belongs to "off". */
const ZERO_SHARE = 0.08;

/** The values a slider stops at, ascending: round ones, both ends and `extra` (such as the default). */
export function notchesOf(scale: Scale, extra: number): readonly number[] {
  const round = scale.scale === 'linear' ? linearGrid(scale) : logGrid(scale);
  const inside = [...round, scale.min, scale.max, extra].filter((value) => value >= scale.min && value <= scale.max);
  const notches = scale.zero ? [0, ...inside] : inside;
  return [...new Set(notches)].sort((a, b) => a - b);
}

function linearGrid({ min, max, step }: Scale): number[] {
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => tidy(min + i * step));
}

function logGrid({ min, max, integer }: Scale): number[] {
  const binary = integer && isPowerOfTwo(min) && isPowerOfTwo(max);
  const [base, factors] = binary ? [2, OCTAVE] : [10, DECADE];
  const first = Math.floor(Math.log(min) / Math.log(base));
  const last = Math.ceil(Math.log(max) / Math.log(base));
  const powers = Array.from({ length: last - first + 1 }, (_, i) => base ** (first + i));
  const values = powers.flatMap((power) => factors.map((factor) => tidy(power * factor)));
  return integer ? values.filter(Number.isInteger) : values;
}

const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));

/** Without the residue of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(10));

/** Where a value stands on the track, 0 … 1. */
export function positionOf(value: number, { min, max, scale, zero }: Scale): number {
  if (zero && value <= 0) return 0;
  const [low, high, at] = scale === 'log' ? [Math.log(min), Math.log(max), Math.log(value)] : [min, max, value];
  const share = Math.min(1, Math.max(0, (at - low) / (high - low)));
  return zero ? ZERO_SHARE + share * (1 - ZERO_SHARE) : share;
}

/** The notch that stands nearest to a position on the track. */
export function nearestNotch(position: number, scale: Scale, notches: readonly number[]): number {
  const distance = (value: number) => Math.abs(positionOf(value, scale) - position);
  return notches.reduce((best, value) => (distance(value) < distance(best) ? value : best), notches[0] ?? scale.min);
}

/** The notch `by` places above (or, negative, below) a value, which need not be a notch itself; the last one at the ends. */
export function moveBy(value: number, by: number, notches: readonly number[]): number {
  const above = notches.findIndex((notch) => notch > value);
  const firstAbove = above < 0 ? notches.length : above;
  const atOrAbove = notches.findIndex((notch) => notch >= value);
  const index = by > 0 ? firstAbove + by - 1 : (atOrAbove < 0 ? notches.length : atOrAbove) + by;
  return notches[Math.min(notches.length - 1, Math.max(0, index))] ?? value;
}
