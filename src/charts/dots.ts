export interface Dot {
  readonly x: number;
  readonly y: number;
  /** The x as it is written. */
  readonly label: string;
}

export interface DotAxis {
  readonly title: string;
  readonly isLog: boolean;
}

interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface DotLayout {
  /** In px. */
  readonly dots: readonly { readonly left: number; readonly top: number }[];
  readonly xTicks: readonly (Tick & { readonly anchor: 'start' | 'middle' | 'end' })[];
  readonly yTicks: readonly Tick[];
  readonly plot: { readonly left: number; readonly right: number };
}

/** Room for the texts at the left and below, and for half a dot everywhere. */
const MARGIN = { left: 48, right: 16, top: 10, bottom: 28 };
/** So many x are written where there are more. */
const MOST_TICKS = 4;
/** What all equal is drawn in the middle of so much. */
const LEAST_SPREAD = 0.001;

/** Where dots stand, and what is written at the axes: the least, the middle and the greatest y, and x that there are dots of. */
export function layOutDots(
  points: readonly Dot[],
  { isLog }: DotAxis,
  size: { readonly width: number; readonly height: number },
): DotLayout {
  const right = size.width - MARGIN.right;
  const bottom = size.height - MARGIN.bottom;
  const scaled = (x: number): number => (isLog ? Math.log(x) : x);
  const across = between(
    points.map(({ x }) => scaled(x)),
    MARGIN.left + 6,
    right,
  );
  const values = points.map(({ y }) => y);
  const up = between(values, bottom, MARGIN.top);
  const byX = new Map(points.toSorted((a, b) => a.x - b.x).map(({ x, label }) => [label, x]));
  const labels = evenly([...byX.keys()], MOST_TICKS);
  const ends = points.length === 0 ? [] : [Math.min(...values), Math.max(...values)];
  const levels = ends.length === 2 ? [ends[0] as number, ((ends[0] as number) + (ends[1] as number)) / 2, ends[1] as number] : [];
  return {
    dots: points.map(({ x, y }) => ({ left: across(scaled(x)), top: up(y) })),
    xTicks: labels.map((text, tick) => ({
      at: across(scaled(byX.get(text) as number)),
      text,
      anchor: labels.length === 1 ? 'middle' : tick === 0 ? 'start' : tick === labels.length - 1 ? 'end' : 'middle',
    })),
    yTicks: [...new Map(levels.map((level) => [level.toFixed(3), up(level)]))].map(([text, at]) => ({ at, text })),
    plot: { left: MARGIN.left, right },
  };
}

/** Puts the range of values between two places. */
function between(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (most - least < LEAST_SPREAD * Math.abs(most)) return () => (from + to) / 2;
  return (value) => from + ((value - least) / (most - least)) * (to - from);
}

/** Some of them, the first and the last among them. */
function evenly<Value>(values: readonly Value[], most: number): readonly Value[] {
  if (values.length <= most) return values;
  return Array.from({ length: most }, (_, at) => values[Math.round((at * (values.length - 1)) / (most - 1))] as Value);
}
