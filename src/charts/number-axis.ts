import { multiples, niceStep } from './axes.ts';

/** How numbers stand on an axis and how they are written there. */
export interface AxisKind {
  readonly title: string;
  readonly scale: 'linear' | 'log';
  write(value: number): string;
}

/** An axis that is fitted to some numbers. */
export interface NumberAxis extends AxisKind {
  /** The ends, on a logarithmic axis above 0. */
  readonly min: number;
  readonly max: number;
  /** Whether a logarithmic axis has a place for 0 below `min`. */
  readonly zero: boolean;
  readonly ticks: readonly number[];
}

const PADDING = 0.04;
/** The part of a logarithmic axis that belongs to 0. */
const ZERO_SHARE = 0.1;
/** A round number in each decade, more of them where there are few decades. */
const DECADE = [1, 2, 5];

/** An axis that holds all values, with about `tickCount` ticks. A logarithmic one is linear where a value is below 0, or all are 0. */
export function fitAxis(values: readonly number[], kind: AxisKind, tickCount: number): NumberAxis {
  const axis = fitRound(values, kind, tickCount);
  const own = [...new Set(values)].sort((a, b) => a - b);
  // Where there are few values, as of a setting that was tried, they are what is to be read there.
  return own.length > 1 && own.length <= tickCount + 1 && areApart(own, axis, tickCount) ? { ...axis, ticks: own } : axis;
}

/** Whether there is room for what is written at each of them. */
const areApart = (ascending: readonly number[], axis: NumberAxis, tickCount: number): boolean =>
  ascending.every((value, at) => at === 0 || shareOf(value, axis) - shareOf(ascending[at - 1] as number, axis) > 0.5 / tickCount);

function fitRound(values: readonly number[], kind: AxisKind, tickCount: number): NumberAxis {
  const [low, high] = extentOf(values);
  const above = values.filter((value) => value > 0);
  if (kind.scale === 'log' && low >= 0 && above.length > 0) return fitLog(extentOf(above), low === 0, kind, tickCount);
  const padding = (high - low) * PADDING || Math.abs(low) * PADDING || 1;
  const [min, max] = [low - padding, high + padding];
  const ticks = multiples(min, max, niceStep((max - min) / tickCount));
  return { ...kind, scale: 'linear', min, max, zero: false, ticks: ticks.length > 0 ? ticks : [low] };
}

function fitLog([low, high]: Extent, zero: boolean, kind: AxisKind, tickCount: number): NumberAxis {
  const padding = low === high ? 2 : (high / low) ** PADDING;
  const [min, max] = [low / padding, high * padding];
  const powers = range(Math.floor(Math.log10(min)), Math.floor(Math.log10(max))).map((power) => tidy(10 ** power));
  const round = powers.flatMap((power) => DECADE.map((digit) => tidy(digit * power)));
  const inside = (all: readonly number[]) => all.filter((value) => value >= min && value <= max);
  const [many, few] = [inside(round), inside(powers)];
  const ticks = thinned(many.length <= tickCount + 1 || few.length < 2 ? many : few, tickCount + 1);
  return { ...kind, min, max, zero, ticks: [...(zero ? [0] : []), ...(ticks.length > 0 ? ticks : [low])] };
}

/** Without the residue of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(3));

/** Every second, third, … so that there are no more than `most`. */
const thinned = (values: readonly number[], most: number): readonly number[] => {
  const every = Math.ceil(values.length / most);
  return values.filter((_, at) => at % every === 0);
};

/** Where a value stands: 0 at the lower end, 1 at the upper one. */
export function shareOf(value: number, { scale, min, max, zero }: NumberAxis): number {
  if (scale === 'linear') return (value - min) / (max - min);
  if (value <= 0) return 0;
  const share = Math.log(value / min) / Math.log(max / min);
  return zero ? ZERO_SHARE + share * (1 - ZERO_SHARE) : share;
}

/** The value that stands there. */
export function valueAt(share: number, { scale, min, max, zero }: NumberAxis): number {
  if (scale === 'linear') return min + share * (max - min);
  const above = zero ? (share - ZERO_SHARE) / (1 - ZERO_SHARE) : share;
  return above < 0 && zero ? 0 : min * (max / min) ** above;
}

type Extent = readonly [number, number];

const extentOf = (values: readonly number[]): Extent =>
  values.length === 0
    ? [0, 1]
    : [values.reduce((least, value) => Math.min(least, value)), values.reduce((most, value) => Math.max(most, value))];

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
