/** The name of a CSS custom property that holds a colour, e.g. `--color-train`. */
export type ColorToken = `--color-${string}`;

/** `x` in epochs (fractions allowed). A `y` that is not finite is a missing point: the line goes on to the next one. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

export interface CurveSeries {
  /** Unique within a chart; it labels the end of the line. */
  readonly name: string;
  /** What is written there instead of the name and the last value. */
  readonly label?: string;
  readonly color: ColorToken;
  /** By ascending x. Series of one chart may differ in length and in their x. */
  readonly points: readonly CurvePoint[];
  readonly dashed?: boolean;
}

/** A level to compare with: a thin line across the whole plot. */
export interface ReferenceLine {
  /** Unique within a chart; it labels the line at the right edge. */
  readonly name: string;
  readonly value: number;
}

export interface XAxis {
  readonly title: string;
  /** The x of the points are base-10 logarithms, and are written as what they are the logarithms of. */
  readonly isLog10?: boolean | undefined;
  /** The last x that is planned, so that the axis stands still while the curve grows. */
  readonly last?: number | undefined;
}

export interface YAxis {
  readonly title: string;
  readonly unit?: string | undefined;
  /** The axis spans at least this much, so that a small difference looks small. */
  readonly leastSpan?: number | undefined;
  /** Digits after the point wherever a value is written; 3 where absent. */
  readonly digits?: number | undefined;
}

/** Everything a chart of curves shows, independent of its size. */
export interface Curves {
  readonly series: readonly CurveSeries[];
  /** With finite values only. */
  readonly references: readonly ReferenceLine[];
  readonly x: XAxis;
  readonly y: YAxis;
}

/** From here on a number is written with its power of ten, so that a diverging curve does not crowd out the plot. */
export const LARGE = 1e5;

export function isDrawable(point: CurvePoint): boolean {
  return Number.isFinite(point.x) && Number.isFinite(point.y);
}

/** The last point that can be drawn, or undefined where there is none. */
export function lastPoint(series: CurveSeries): CurvePoint | undefined {
  return series.points.findLast(isDrawable);
}

export function digitsOf({ digits = 3 }: YAxis): number {
  return digits;
}

/** What is smaller is 0 to anybody who reads a chart, such as a learning rate after many epochs of decay. */
const NOTHING = 1e-12;

/** "0.874", "1.00e+6", "1.2e-6" for what its digits cannot tell from 0, or a dash for what is not finite. */
export function formatY(value: number, axis: YAxis): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size > 0 && size < NOTHING) return '≈ 0';
  if (size > 0 && size < 0.5 * 10 ** -digitsOf(axis)) return value.toExponential(1);
  return size < LARGE ? value.toFixed(digitsOf(axis)) : value.toExponential(2);
}

/** "12", "0.25"; on a logarithmic axis "0.0012". */
export function formatX(value: number, { isLog10 = false }: Pick<XAxis, 'isLog10'> = {}): string {
  return isLog10 ? String(Number((10 ** value).toPrecision(2))) : String(Number(value.toFixed(2)));
}

/** "RMSE (stars)", or the title alone where there is no unit. */
export function axisTitle(axis: YAxis): string {
  return axis.unit ? `${axis.title} (${axis.unit})` : axis.title;
}
