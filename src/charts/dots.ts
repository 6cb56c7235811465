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
/** About as wide as a digit, and the least between two x that are written. */
const DIGIT = 7;
const GAP = 10;
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
  const labels = apart(
    [...byX].map(([text, x]) => ({ text, at: across(scaled(x)) })),
    right,
  );
  const ends = points.length === 0 ? [] : [Math.min(...values), Math.max(...values)];
  const levels = ends.length === 2 ? [ends[0] as number, ((ends[0] as number) + (ends[1] as number)) / 2, ends[1] as number] : [];
  return {
    dots: points.map(({ x, y }) => ({ left: across(scaled(x)), top: up(y) })),
    xTicks: labels,
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

/** Those that there is room for, by ascending place: the first, the last, and of the others as many as stand apart. */
function apart(ticks: readonly Tick[], right: number): DotLayout['xTicks'] {
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (!first || !last) return [];
  if (ticks.length === 1) return [{ ...first, anchor: 'middle' }];
  const widthOf = ({ text }: Tick): number => DIGIT * text.length + GAP;
  // The first is written from its place on, the last up to the edge.
  let end = first.at + widthOf(first);
  const limit = right - widthOf(last);
  const between = ticks.slice(1, -1).filter((tick) => {
    const half = widthOf(tick) / 2;
    const fits = tick.at - half >= end && tick.at + half <= limit;
    if (fits) end = tick.at + half;
    return fits;
  });
  return [
    { ...first, anchor: 'start' },
    ...between.map((tick) => ({ ...tick, anchor: 'middle' as const })),
    { ...last, anchor: 'end' },
  ];
}
