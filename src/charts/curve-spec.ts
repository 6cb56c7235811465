import type { TopLevelSpec } from 'vega-lite';
import { type Curves, lastPoint } from './curve.ts';
import type { Layout } from './layout.ts';
import { CHART_CONFIG, DASH, LINE_WIDTH, REFERENCE_DASH } from './theme.ts';
import type { LineChartSpec } from './vega-embed.ts';
import type { PlotFrame } from './vega-plot.ts';

const scale = (axis: 'x' | 'y') => ({
  domainMin: { expr: `${axis}Min` },
  domainMax: { expr: `${axis}Max` },
  nice: false,
  zero: false,
});

const xAxis = { grid: false, values: { expr: 'xTicks' }, format: 'd', labelPadding: 8, titleAnchor: 'end', titlePadding: 8 };

const yAxis = {
  domain: false,
  values: { expr: 'yTicks' },
  labelExpr: 'format(datum.value, yFormat)',
  labelPadding: 8,
  titleAngle: 0,
  titleAlign: 'left',
  titleBaseline: 'bottom',
  titleX: { expr: '-leftMargin' },
  titleY: -14,
};

const x = (title: string) => ({ field: 'x', type: 'quantitative', title, scale: scale('x'), axis: xAxis });
const y = (field: string, title: string) => ({ field, type: 'quantitative', title, scale: scale('y'), axis: yAxis });
const own = (channel: string) => ({ field: channel, type: 'nominal', scale: null });

const referenceLayer = (yTitle: string) => ({
  data: { name: 'references', values: [] },
  mark: { type: 'rule', color: 'var(--color-reference)', strokeWidth: 1, strokeDash: REFERENCE_DASH },
  encoding: { y: y('value', yTitle) },
});

const endLayer = (xTitle: string, yTitle: string) => ({
  data: { name: 'ends', values: [] },
  mark: { type: 'circle', size: 42, opacity: 1 },
  encoding: { x: x(xTitle), y: y('y', yTitle), fill: own('color') },
});

const labelLayer = {
  name: 'labels',
  data: { name: 'labels', values: [] },
  mark: { type: 'text', align: 'left', baseline: 'middle', fontSize: 12, fontWeight: { expr: 'datum.weight' } },
  encoding: {
    x: { field: 'x', type: 'quantitative', scale: null, axis: null },
    y: { field: 'y', type: 'quantitative', scale: null, axis: null },
    text: { field: 'text', type: 'nominal' },
    fill: own('color'),
  },
};

/**
 * tfjs-vis' line chart in Matinee's looks: its lines, on our axes, with references below and labels at the ends.
 *
 * @param drawn - by tfjs-vis, with one line layer a series, in the order of `curves.series`
 */
export function styleSpec(drawn: LineChartSpec, curves: Curves): TopLevelSpec {
  const lines = drawn.layer.flatMap(({ encoding }) => (encoding.y ? [encoding.y] : []));
  const xTitle = drawn.encoding.x.title;
  const yTitle = lines[0]?.title ?? '';
  const lineLayers = lines.map(({ field }, index) => {
    const series = curves.series[index];
    return {
      mark: {
        type: 'line',
        invalid: 'filter',
        color: `var(${series?.color})`,
        strokeWidth: LINE_WIDTH,
        strokeCap: 'round',
        strokeJoin: 'round',
        ...(series?.dashed ? { strokeDash: DASH } : {}),
      },
      encoding: { x: x(xTitle), y: y(field, yTitle) },
    };
  });
  const params = ['xMin', 'xMax', 'yMin', 'yMax', 'leftMargin'].map((name) => ({ name, value: 0 }));
  const spec = {
    width: 100,
    height: 100,
    autosize: 'none',
    config: CHART_CONFIG,
    params: [...params, { name: 'xTicks', value: [] }, { name: 'yTicks', value: [] }, { name: 'yFormat', value: '.0f' }],
    data: { name: 'points', values: [] },
    layer: [referenceLayer(yTitle), ...lineLayers, endLayer(xTitle, yTitle), labelLayer],
  };
  return spec as unknown as TopLevelSpec;
}

/** @param grid - the x of every row that tfjs-vis drew: it numbers them from 0 */
export function frameOf(drawn: LineChartSpec, curves: Curves, layout: Layout, grid: readonly number[]): PlotFrame {
  const ends = curves.series.flatMap((series) => {
    const end = lastPoint(series);
    return end ? [{ ...end, color: `var(${series.color})` }] : [];
  });
  return {
    ...layout.plot,
    padding: layout.margin,
    signals: {
      xMin: layout.x.min,
      xMax: layout.x.max,
      xTicks: layout.x.ticks,
      yMin: layout.y.min,
      yMax: layout.y.max,
      yTicks: layout.y.ticks,
      yFormat: `.${layout.y.digits}f`,
      leftMargin: layout.margin.left,
    },
    data: {
      points: drawn.data.values.map((row, index) => ({ ...row, x: grid[index] })),
      references: curves.references,
      ends,
      labels: layout.labels,
    },
  };
}
