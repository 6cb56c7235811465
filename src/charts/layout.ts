import { type AxisRange, fitX, fitY, fraction } from './axes.ts';
import type { Line } from './clear-place.ts';
import { type Curves, formatY, isDrawable, lastPoint } from './curve.ts';
import type { Pixels } from './place-labels.ts';
import { placeLabelsOff } from './place-lines.ts';

/** Width of a text in the chart's label font. */
export type Measure = (text: string) => Pixels;

export interface Size {
  readonly width: Pixels;
  readonly height: Pixels;
}

/** One line of a label; `x`, `y` within the plot, `y` at the middle of the line. */
export interface LabelLine {
  readonly text: string;
  readonly color: string;
  readonly weight: number;
  readonly x: Pixels;
  readonly y: Pixels;
}

export interface Layout {
  readonly margin: { readonly top: Pixels; readonly right: Pixels; readonly bottom: Pixels; readonly left: Pixels };
  /** The plot without its margins. */
  readonly plot: Size;
  readonly x: AxisRange;
  readonly y: AxisRange;
  readonly labels: readonly LabelLine[];
}

const TOP = 34;
const BOTTOM = 46;
const LINE_HEIGHT = 15;
const LABEL_GAP = 9;
/** What is drawn may come out a little wider than it was measured. */
const SLACK = 6;
const TICK_GAP = 10;
const LEAST_PLOT: Pixels = 40;
const LEAST_LABEL_WIDTH = 72;
const WIDEST_LABEL_SHARE = 0.28;

interface Label {
  readonly lines: readonly string[];
  readonly width: Pixels;
  readonly color: string;
  readonly weight: number;
  /** Of a single point, with a line on both sides of it. */
  readonly isMark: boolean;
  /** In units of the axes. */
  readonly at: { readonly x: number | 'edge'; readonly y: number };
}

/** Breaks at spaces so that no line exceeds `widest`, save for single words that do. */
export function wrap(text: string, widest: Pixels, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const joined = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && measure(joined) <= widest) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

function labelsOf({ series, references, y }: Curves, widest: Pixels, measure: Measure): Label[] {
  const writeOut = (text: string) => {
    const lines = wrap(text, widest, measure);
    return { lines, width: Math.max(...lines.map(measure)) };
  };
  const write = (name: string, value: number) => writeOut(`${name} ${formatY(value, y)}`);
  const furthest = Math.max(...series.map((one) => lastPoint(one)?.x ?? Number.NEGATIVE_INFINITY));
  const ends = series.flatMap((one): Label[] => {
    const end = lastPoint(one);
    if (!end) return [];
    const isMark = one.points.length === 1 && end.x < furthest;
    const written = one.label === undefined ? write(one.name, end.y) : writeOut(one.label);
    return [{ ...written, color: `var(${one.color})`, weight: 600, isMark, at: end }];
  });
  const levels = references.map(({ name, value }): Label => {
    return { ...write(name, value), color: 'var(--color-text-muted)', weight: 400, isMark: false, at: { x: 'edge', y: value } };
  });
  return [...ends, ...levels];
}

function marginOf(labels: readonly Label[], y: AxisRange, measure: Measure): Layout['margin'] {
  const right = LABEL_GAP + Math.max(0, ...labels.map(({ width }) => width)) + SLACK;
  const left = TICK_GAP + Math.max(0, ...y.labels.map(measure));
  return { top: TOP, right: Math.ceil(right), bottom: BOTTOM, left: Math.ceil(left) };
}

/** What is drawn, in pixels of the plot: the curves, and the references across it. */
function drawnLines({ series, references }: Curves, x: AxisRange, y: AxisRange, plot: Size): readonly Line[] {
  const atY = (value: number): Pixels => plot.height * (1 - fraction(value, y));
  const curves = series.map(({ points }) =>
    points.filter(isDrawable).map((point) => ({ x: plot.width * fraction(point.x, x), y: atY(point.y) })),
  );
  const levels = references.map(({ value }) => [0, plot.width].map((at) => ({ x: at, y: atY(value) })));
  return [...curves, ...levels];
}

/** Labels stand right of where they belong, as near as they can without touching each other or a line. */
function placeLines(labels: readonly Label[], curves: Curves, { x, y, plot, margin }: Omit<Layout, 'labels'>): LabelLine[] {
  const boxes = labels.map(({ lines, width, isMark, at }) => {
    const point = plot.width * (at.x === 'edge' ? 1 : fraction(at.x, x));
    const size = { width: width + LABEL_GAP, height: lines.length * LINE_HEIGHT + 2 };
    return { ...size, isMark, x: point, left: LABEL_GAP + point, y: plot.height * (1 - fraction(at.y, y)) };
  });
  const room = { width: plot.width + margin.right, height: plot.height + LINE_HEIGHT / 2, plotWidth: plot.width };
  const places = placeLabelsOff(boxes, drawnLines(curves, x, y, plot), room);
  return labels.flatMap(({ lines, color, weight }, index) =>
    lines.map((text, line) => {
      const { left = 0, top = 0 } = places[index] ?? {};
      return { text, color, weight, x: left, y: top + 1 + (line + 0.5) * LINE_HEIGHT };
    }),
  );
}

/**
 * Fits axes, margins and labels into a size: lines are labelled where they end, references at the right edge.
 *
 * @param size - of the whole chart, margins included
 */
export function layOut(curves: Curves, size: Size, measure: Measure): Layout {
  const widest = Math.max(LEAST_LABEL_WIDTH, size.width * WIDEST_LABEL_SHARE);
  const labels = labelsOf(curves, widest, measure);
  const y = fitY(curves, Math.max(2, Math.round(size.height / 60)));
  const margin = marginOf(labels, y, measure);
  const plot = {
    width: Math.max(LEAST_PLOT, size.width - margin.left - margin.right),
    height: Math.max(LEAST_PLOT, size.height - margin.top - margin.bottom),
  };
  const x = fitX(curves, Math.max(2, Math.floor(plot.width / 40)));
  const fitted = { margin, plot, x, y };
  return { ...fitted, labels: placeLines(labels, curves, fitted) };
}
