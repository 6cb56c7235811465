import { type AxisRange, fitX, fitY, fraction } from './axes.ts';
import { type Curves, formatValue, lastPoint } from './curve.ts';
import { placeLabels } from './place-labels.ts';

export type Pixels = number;

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

const LINE_HEIGHT = 15;
const LABEL_GAP = 9;
const TICK_GAP = 10;
const LEAST_LABEL_WIDTH = 72;
const WIDEST_LABEL_SHARE = 0.28;

interface Label {
  readonly lines: readonly string[];
  readonly color: string;
  readonly weight: number;
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
  const lines = (name: string, value: number) => wrap(`${name} ${formatValue(value, y)}`, widest, measure);
  const ends = series.flatMap((one): Label[] => {
    const end = lastPoint(one);
    return end ? [{ lines: lines(one.name, end.y), color: `var(${one.color})`, weight: 600, at: end }] : [];
  });
  const levels = references.map(({ name, value }): Label => {
    return { lines: lines(name, value), color: 'var(--color-text-muted)', weight: 400, at: { x: 'edge', y: value } };
  });
  return [...ends, ...levels];
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
  const widthOf = (label: Label) => Math.max(...label.lines.map(measure));
  const right = Math.ceil(LABEL_GAP + Math.max(0, ...labels.map(widthOf)));
  const left = Math.ceil(TICK_GAP + Math.max(...y.ticks.map((tick) => measure(tick.toFixed(y.digits)))));
  const margin = { top: 34, right, bottom: 46, left };
  const plot = {
    width: Math.max(40, size.width - left - right),
    height: Math.max(40, size.height - margin.top - margin.bottom),
  };
  const x = fitX(curves, Math.max(2, Math.floor(plot.width / 40)));
  const boxes = labels.map((label) => ({
    left: LABEL_GAP + plot.width * (label.at.x === 'edge' ? 1 : fraction(label.at.x, x)),
    width: widthOf(label) + LABEL_GAP,
    height: label.lines.length * LINE_HEIGHT + 2,
    y: plot.height * (1 - fraction(label.at.y, y)),
  }));
  const tops = placeLabels(boxes, plot.height + LINE_HEIGHT);
  const placed = labels.flatMap(({ lines, color, weight }, index) =>
    lines.map((text, line) => {
      const top = (tops[index] ?? 0) + 1;
      return { text, color, weight, x: boxes[index]?.left ?? 0, y: top + (line + 0.5) * LINE_HEIGHT };
    }),
  );
  return { margin, plot, x, y, labels: placed };
}
