import { type Curves, isDrawable } from './curve.ts';

/** A linear axis: its domain and where the ticks stand. */
export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** Digits after the point that tell neighbouring ticks apart. */
  readonly digits: number;
}

const PADDING = 0.04;

/** The smallest of 1, 2, 5 × 10^k that is at least `raw` > 0. */
function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** `factor` × `step` without rounding residue, which would push a tick out of the domain. */
function multiple(factor: number, step: number, digits: number): number {
  return Number((factor * step).toFixed(digits));
}

/** The multiples of `step` within [min, max]. */
function multiples(min: number, max: number, step: number, digits: number): number[] {
  const first = Math.ceil(min / step - 1e-9);
  const count = Math.floor(max / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => multiple(first + index, step, digits));
}

/**
 * The y axis that fits the curves and references, to half a tick: zero is not included unless they reach it.
 *
 * @param tickCount - how many intervals to aim for, ≥ 1
 */
export function fitY({ series, references }: Curves, tickCount: number): AxisRange {
  const drawn = series.flatMap(({ points }) => points.filter(isDrawable).map(({ y }) => y));
  const values = [...drawn, ...references.map(({ value }) => value).filter(Number.isFinite)];
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (low > high) return { min: 0, max: 1, ticks: [0, 1], digits: 0 };
  const span = high - low || Math.abs(high) * 0.1 || 1;
  const step = niceStep((span * (1 + 2 * PADDING)) / tickCount);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const bottom = multiple(Math.floor((low - span * PADDING) / (step / 2)), step / 2, digits + 1);
  const min = low >= 0 ? Math.max(0, bottom) : bottom;
  const max = multiple(Math.ceil((high + span * PADDING) / (step / 2)), step / 2, digits + 1);
  return { min, max, ticks: multiples(min, max, step, digits), digits };
}

/**
 * The x axis over whole epochs, at least one epoch wide.
 *
 * @param tickCount - the most ticks there is room for, ≥ 2
 */
export function fitX({ series, x }: Curves, tickCount: number): AxisRange {
  const drawn = series.flatMap(({ points }) => points.filter(isDrawable).map((point) => point.x));
  const first = drawn.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const min = Number.isFinite(first) ? Math.floor(first) : 0;
  const last = drawn.reduce((most, value) => Math.max(most, value), x.last ?? min);
  const max = Math.max(min + 1, Math.ceil(last));
  const step = Math.max(1, niceStep((max - min) / (tickCount - 1)));
  const ticks = multiples(min, max, step, 0);
  const startsFree = ticks[0] !== min && (ticks[0] ?? max) - min > step / 2;
  return { min, max, ticks: startsFree ? [min, ...ticks] : ticks, digits: 0 };
}

/** Where `value` lies along the axis: 0 at `min`, 1 at `max`. */
export function fraction(value: number, { min, max }: AxisRange): number {
  return (value - min) / (max - min);
}
