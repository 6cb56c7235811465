import { type Curves, digitsOf, formatX, isDrawable, LARGE } from './curve.ts';

/** A linear axis: its domain, where the ticks stand and what is written there. */
export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly labels: readonly string[];
}

const PADDING = 0.04;
/** A flatter curve than this share of its level, or than its last digit, is not stretched: it would show rounding noise. */
const FLATTEST = 0.01;

/** The smallest of 1, 2, 5 × 10^k that is at least `raw` > 0. */
export function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** `factor` × `step` without rounding residue, which would push a tick out of the domain. */
function multiple(factor: number, step: number): number {
  return Number((factor * step).toPrecision(12));
}

/** The multiples of `step` within [min, max]. */
export function multiples(min: number, max: number, step: number): number[] {
  const first = Math.ceil(min / step - 1e-9);
  const count = Math.floor(max / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => multiple(first + index, step));
}

/** As many digits as tell neighbouring ticks apart. */
function writeTicks(ticks: readonly number[], step: number): string[] {
  const isLarge = ticks.some((tick) => Math.abs(tick) >= LARGE);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return ticks.map((tick) => (isLarge && tick !== 0 ? tick.toExponential() : tick.toFixed(digits)));
}

/** The least and the greatest y of what is drawn, spread where they (almost) coincide; undefined where nothing is. */
function extentY({ series, references, y: axis }: Curves): { low: number; high: number } | undefined {
  const drawn = series.flatMap(({ points }) => points.filter(isDrawable).map(({ y }) => y));
  const values = [...drawn, ...references.map(({ value }) => value)];
  if (values.length === 0) return undefined;
  const low = values.reduce((least, value) => Math.min(least, value));
  const high = values.reduce((most, value) => Math.max(most, value));
  const { leastSpan = 0 } = axis;
  const least = Math.max(Math.abs(low) * FLATTEST, Math.abs(high) * FLATTEST, 10 ** -digitsOf(axis), leastSpan);
  const spread = Math.max(0, (least - (high - low)) / 2);
  const bottom = low < 0 ? low - spread : Math.max(0, low - spread);
  return { low: bottom, high: Math.max(high + spread, bottom + leastSpan) };
}

/**
 * The y axis that fits the curves and references, to half a tick: zero is not included unless they reach it.
 *
 * @param tickCount - how many intervals to aim for, ≥ 1
 */
export function fitY(curves: Curves, tickCount: number): AxisRange {
  const { low, high } = extentY(curves) ?? { low: 0, high: 1 };
  const padding = (high - low) * PADDING;
  const step = niceStep((high - low + 2 * padding) / tickCount);
  const bottom = multiple(Math.floor((low - padding) / (step / 2)), step / 2);
  const min = low >= 0 ? Math.max(0, bottom) : bottom;
  const max = multiple(Math.ceil((high + padding) / (step / 2)), step / 2);
  const ticks = multiples(min, max, step);
  return { min, max, ticks, labels: writeTicks(ticks, step) };
}

/**
 * The x axis over whole epochs, at least one epoch wide.
 *
 * @param tickCount - the most ticks there is room for, ≥ 2
 */
export function fitX({ series, x }: Curves, tickCount: number): AxisRange {
  const drawn = series.flatMap(({ points }) => points.filter(isDrawable).map((point) => point.x));
  const min = Math.floor(drawn.reduce((least, value) => Math.min(least, value), drawn[0] ?? 0));
  const last = drawn.reduce((most, value) => Math.max(most, value), x.last ?? min);
  const max = Math.max(min + 1, Math.ceil(last));
  const step = Math.max(1, niceStep((max - min) / (tickCount - 1)));
  const whole = multiples(min, max, step);
  const startsFree = (whole[0] ?? Number.POSITIVE_INFINITY) - min > step / 2;
  const ticks = startsFree ? [min, ...whole] : whole;
  return { min, max, ticks, labels: x.isLog10 ? ticks.map((tick) => formatX(tick, x)) : writeTicks(ticks, step) };
}

/** Where `value` lies along the axis: 0 at `min`, 1 at `max`. */
export function fraction(value: number, { min, max }: AxisRange): number {
  return (value - min) / (max - min);
}
