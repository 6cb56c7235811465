import type { ColorToken } from './curve.ts';
import { wrap } from './layout.ts';
import type { Track } from './nearest.ts';
import { type AxisKind, fitAxis, type NumberAxis, shareOf } from './number-axis.ts';

/** One of the axes that stand side by side. */
export interface ParallelAxis extends AxisKind {
  /** Unique. */
  readonly name: string;
  /** All values that there are, ascending and each once: what the arrow keys stop at. */
  readonly stops: readonly number[];
  /** Names that are written at each stop, as of an axis of texts. */
  readonly isNamed: boolean;
}

export interface AxisInterval {
  readonly from: number;
  readonly to: number;
}

/** A line across the axes. */
export interface Strand {
  /** Unique. */
  readonly id: string;
  readonly name: string;
  /** Null of those that stand back. */
  readonly color: ColorToken | null;
  /** One for each axis; null where it has none, which is a gap in its line. */
  readonly values: readonly (number | null)[];
}

/** Parallel coordinates in pixels. */
export interface Parallel {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly axes: readonly PlacedAxis[];
  readonly tracks: readonly Track[];
  /** The line of each strand, by its id. */
  readonly paths: ReadonlyMap<string, string>;
}

export interface PlacedAxis {
  readonly axis: NumberAxis;
  readonly x: number;
  readonly titleLines: readonly string[];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

const HEIGHT = 340;
const TOP = 52;
const BOTTOM = HEIGHT - 16;
/** The least room of an axis with its labels. */
const LEAST_STEP = 116;
const CHARACTER = 6.6;
const EDGE = 24;
const LONGEST_LABEL = 14;

/** Fits axes into a width, or into as much as they need. */
export function fitParallel(axes: readonly ParallelAxis[], strands: readonly Strand[], room: number): Parallel {
  const width = Math.max(room, axes.length * LEAST_STEP);
  const step = width / Math.max(1, axes.length);
  const placed = axes.map((kind, at) => place(kind, (at + 1) * step - EDGE, step));
  const tracks = strands.map(({ id, values }) => ({
    id,
    points: placed.map(({ axis, x }, at) => {
      const value = values[at] ?? null;
      return value === null ? null : ([x, heightOf(value, axis)] as const);
    }),
  }));
  return {
    ...{ width, height: HEIGHT, top: TOP, bottom: BOTTOM, axes: placed, tracks },
    paths: new Map(tracks.map(({ id, points }) => [id, pathOf(points)])),
  };
}

function place(kind: ParallelAxis, x: number, step: number): PlacedAxis {
  const axis = kind.isNamed ? namedAxis(kind) : fitAxis(kind.stops, kind, 5);
  const title = axis.scale === 'log' ? `${kind.title} (log)` : kind.title;
  const clipped = (label: string): string => (label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label);
  const ticks = axis.ticks.map((tick) => ({ at: heightOf(tick, axis), label: clipped(kind.write(tick)) }));
  return { axis, x, titleLines: wrap(title, step - EDGE / 2, (text) => text.length * CHARACTER).slice(0, 3), ticks };
}

/** Stops are whole numbers from 0, each with room around it. */
const namedAxis = ({ stops, ...kind }: ParallelAxis): NumberAxis => ({
  ...{ title: kind.title, write: kind.write, scale: 'linear', zero: false },
  ...{ min: -0.5, max: stops.length - 0.5, ticks: stops },
});

export const heightOf = (value: number, axis: NumberAxis): number => BOTTOM - shareOf(value, axis) * (BOTTOM - TOP);

/** What stands at a height. */
export const shareAt = (y: number): number => Math.min(1, Math.max(0, (BOTTOM - y) / (BOTTOM - TOP)));

function pathOf(points: Track['points']): string {
  let path = '';
  let isDown = false;
  for (const point of points) {
    if (point) path += `${isDown ? 'L' : 'M'}${Math.round(point[0])} ${Math.round(point[1])}`;
    isDown = point !== null;
  }
  return path;
}

/** One path of many strands: one element, however many there are. */
export function joinPaths({ paths }: Parallel, strands: readonly Strand[]): string {
  return strands.map(({ id }) => paths.get(id) ?? '').join('');
}
