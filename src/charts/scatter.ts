import type { ColorToken } from './curve.ts';
import type { Track } from './nearest.ts';
import { type AxisKind, fitAxis, type NumberAxis, shareOf } from './number-axis.ts';

export interface Dot {
  /** Unique. */
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Null of those that stand back. */
  readonly color: ColorToken | null;
}

/** A scatter plot in pixels. */
export interface Scatter {
  readonly width: number;
  readonly height: number;
  /** Where the plot begins, right of what is written at the y axis. */
  readonly left: number;
  /** Where the x axis stands. */
  readonly bottom: number;
  readonly x: readonly Tick[];
  readonly y: readonly Tick[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly places: ReadonlyMap<string, readonly [number, number]>;
  /** All dots without a colour as one path of round points: one element, however many there are. */
  readonly plain: string;
  /** By ascending x, as the arrow keys go. */
  readonly tracks: readonly Track[];
}

interface Tick {
  readonly at: number;
  readonly label: string;
}

const HEIGHT = 320;
const TOP = 28;
const BOTTOM = HEIGHT - 44;
const DIGIT = 7;
const EDGE = 12;

/** Fits dots into a width. */
export function fitScatter(dots: readonly Dot[], xKind: AxisKind, yKind: AxisKind, width: number): Scatter {
  const y = fitAxis(
    dots.map((dot) => dot.y),
    yKind,
    5,
  );
  const left = EDGE + DIGIT * Math.max(...y.ticks.map((tick) => y.write(tick).length));
  const x = fitAxis(
    dots.map((dot) => dot.x),
    xKind,
    Math.max(2, Math.floor((width - left) / 110)),
  );
  const atX = (value: number): number => left + EDGE + shareOf(value, x) * (width - left - 2 * EDGE);
  const atY = (value: number): number => BOTTOM - shareOf(value, y) * (BOTTOM - TOP);
  const places = new Map(dots.map((dot) => [dot.id, [atX(dot.x), atY(dot.y)] as const]));
  const plain = dots.filter(({ color }) => color === null).map(({ id }) => `M${(places.get(id) ?? []).map(short).join(' ')}h0`);
  const tracks = dots.toSorted((a, b) => a.x - b.x).map(({ id }) => ({ id, points: [places.get(id) ?? null] }));
  return {
    ...{ width, height: HEIGHT, left, bottom: BOTTOM, places, tracks, plain: plain.join('') },
    x: ticksOf(x, atX),
    y: ticksOf(y, atY),
    xTitle: axisTitle(x),
    yTitle: axisTitle(y),
  };
}

const short = (value: number): string => value.toFixed(1);

const ticksOf = (axis: NumberAxis, at: (value: number) => number): readonly Tick[] =>
  axis.ticks.map((tick) => ({ at: at(tick), label: axis.write(tick) }));

const axisTitle = ({ title, scale }: NumberAxis): string => (scale === 'log' ? `${title} (log)` : title);
