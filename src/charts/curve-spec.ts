import type { TopLevelSpec } from 'vega-lite';
import { type CurveSeries, type Curves, lastPoint } from './curve.ts';
import type { Layout } from './layout.ts';
import { CHART_CONFIG, DASH, LINE_WIDTH, REFERENCE_DASH } from './theme.ts';
import type { LineChartSpec } from './vega-embed.ts';
import type { PlotFrame } from './vega-plot.ts';

type Axis = 'x' | 'y';

/** Values are written by us, so that what stands in the margin is what the margin was measured for. */
const ticks = (axis: Axis) => ({
  values: { expr: `${axis}Ticks` },
  labelExpr: `${axis}Labels[indexof(${axis}Ticks, datum.value)]`,
});

const AXES = {
  x: { ...ticks('x'), grid: false, titleAnchor: 'end', titlePadding: 8 },
  y: {
    ...ticks('y'),
    domain: false,
    titleAngle: 0,
    titleAlign: 'left',
    titleBaseline: 'bottom',
    titleX: { expr: '-leftMargin' },
    titleY: -14,
  },
};

const position = (axis: Axis, field: string, title: string) => ({
  field,
  type: 'quantitative',
  title,
  axis: AXES[axis],
  scale: { domainMin: { expr: `${axis}Min` }, domainMax: { expr: `${axis}Max` }, nice: false, zero: false },
});

/** A channel whose values stand in the data as they are drawn. */
const own = (field: string, type: 'quantitative' | 'nominal') => ({ field, type, scale: null });

const lineLayer = (series: CurveSeries, field: string, xTitle: string, yTitle: string) => ({
  mark: {
    type: 'line',
    invalid: 'filter',
    color: `var(${series.color})`,
    strokeWidth: LINE_WIDTH,
    strokeCap: 'round',
    strokeJoin: 'round',
    ...(series.dashed ? { strokeDash: DASH } : {}),
  },
  encoding: { x: position('x', 'x', xTitle), y: position('y', field, yTitle) },
});

const referenceLayer = (yTitle: string) => ({
  data: { name: 'references', values: [] },
  mark: { type: 'rule', color: 'var(--color-reference)', strokeWidth: 1, strokeDash: REFERENCE_DASH },
  encoding: { y: position('y', 'value', yTitle) },
});

const endLayer = (xTitle: string, yTitle: string) => ({
  data: { name: 'ends', values: [] },
  mark: { type: 'circle', size: 42, opacity: 1 },
  encoding: { x: position('x', 'x', xTitle), y: position('y', 'y', yTitle), fill: own('color', 'nominal') },
});

const labelLayer = {
  name: 'labels',
  data: { name: 'labels', values: [] },
  mark: { type: 'text', align: 'left', baseline: 'middle', fontSize: 12, fontWeight: { expr: 'datum.weight' } },
  encoding: {
    x: { ...own('x', 'quantitative'), axis: null },
    y: { ...own('y', 'quantitative'), axis: null },
    text: { field: 'text', type: 'nominal' },
    fill: own('color', 'nominal'),
  },
};

/** Whatever changes from draw to draw; the values come with every frame. */
const PARAMS = [
  ...['xMin', 'xMax', 'yMin', 'yMax', 'leftMargin'].map((name) => ({ name, value: 0 })),
  ...['xTicks', 'xLabels', 'yTicks', 'yLabels'].map((name) => ({ name, value: [] })),
];

/**
 * tfjs-vis' line chart in Matinee's looks: its lines, on our axes, with references below and labels at the ends.
 *
 * @param drawn - by tfjs-vis, with one line layer a series, in the order of `curves.series`
 * @returns the same specification as long as only points, values and sizes change
 */
export function styleSpec(drawn: LineChartSpec, curves: Curves): TopLevelSpec {
  const xTitle = drawn.encoding.x.title;
  const yTitle = drawn.layer[0]?.encoding.y?.title ?? '';
  const lines = curves.series.flatMap((series, index) => {
    const field = drawn.layer[index]?.encoding.y?.field;
    return field ? [lineLayer(series, field, xTitle, yTitle)] : [];
  });
  const spec = {
    width: 100,
    height: 100,
    autosize: 'none',
    config: CHART_CONFIG,
    params: PARAMS,
    data: { name: 'points', values: [] },
    layer: [referenceLayer(yTitle), ...lines, endLayer(xTitle, yTitle), labelLayer],
  };
  return spec as unknown as TopLevelSpec;
}

/** @param grid - the x of every row that tfjs-vis drew: it numbers them from 0 */
export function frameOf(drawn: LineChartSpec, curves: Curves, layout: Layout, grid: readonly number[]): PlotFrame {
  const ends = curves.series.flatMap((series) => {
    const end = lastPoint(series);
    return end ? [{ ...end, color: `var(${series.color})` }] : [];
  });
  const { x, y, margin } = layout;
  return {
    ...layout.plot,
    padding: margin,
    signals: {
      ...{ xMin: x.min, xMax: x.max, xTicks: x.ticks, xLabels: x.labels },
      ...{ yMin: y.min, yMax: y.max, yTicks: y.ticks, yLabels: y.labels },
      leftMargin: margin.left,
    },
    data: {
      points: drawn.data.values.map((row, index) => ({ ...row, x: grid[index] })),
      references: curves.references,
      ends,
      labels: layout.labels,
    },
  };
}
