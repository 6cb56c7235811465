import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { alignSeries } from './align.ts';
import type { Curves } from './curve.ts';
import { frameOf, styleSpec } from './curve-spec.ts';
import { layOut } from './layout.ts';
import type { LineChartSpec } from './vega-embed.ts';

const curves: Curves = {
  series: [
    { name: 'Training', color: '--color-train', points: [0.5, 1, 1.5].map((x) => ({ x, y: 1.2 - x / 10 })) },
    { name: 'Validation', color: '--color-validation', points: [{ x: 1, y: 1.3 }], dashed: true },
  ],
  references: [{ name: 'Mean', value: 1.04 }],
  x: { title: 'epoch', last: 3 },
  y: { title: 'RMSE', unit: 'stars' },
};

/** The specification that tfjs-vis' line chart makes of the curves, as far as it is read. */
function drawnBy({ series }: Curves): LineChartSpec {
  const { grid, rows } = alignSeries(series);
  const lines = rows.map((_, index) => ({ encoding: { y: { field: `series${index}`, title: 'RMSE (stars)' } } }));
  const values = grid.map((_, at) => {
    return Object.fromEntries([['x', at], ...rows.map((row, index) => [`series${index}`, row[at]?.y])]);
  });
  return { data: { values }, encoding: { x: { title: 'epoch' } }, layer: [...lines, { encoding: {} }] };
}

const specOf = (shown: Curves) => styleSpec(drawnBy(shown), shown);

function frame() {
  const layout = layOut(curves, { width: 600, height: 300 }, (text) => text.length * 7);
  return frameOf(drawnBy(curves), curves, layout, alignSeries(curves.series).grid);
}

/** Everything that Vega-Lite and Vega have to complain about. */
function createLogger() {
  const complaints: unknown[] = [];
  const complain = (...said: readonly unknown[]) => {
    complaints.push(...said);
    return logger;
  };
  const silent = () => logger;
  const logger = { level: () => 3, warn: complain, error: complain, info: silent, debug: silent };
  return { complaints, logger: logger as never };
}

describe('styleSpec', () => {
  it('changes with the lines and the titles, not with points, values or sizes', () => {
    const more = [...(curves.series[0]?.points ?? []), { x: 2, y: 0.8 }];
    const grown = curves.series.map((series, index) => (index === 0 ? { ...series, points: more } : series));
    expect(specOf({ ...curves, series: grown, references: [] })).toEqual(specOf(curves));
    expect(specOf({ ...curves, series: curves.series.slice(1) })).not.toEqual(specOf(curves));
  });

  it('compiles and runs without a complaint, and without code generation', async () => {
    const { complaints, logger } = createLogger();
    const runtime = parse(compile(specOf(curves), { logger }).spec, undefined, { ast: true });
    const view = new View(runtime, { expr: expressionInterpreter, renderer: 'none', logger });
    const { data, width, height, padding, ...rest } = frame();
    const yTicks = rest.signals.yTicks as number[];
    const signals = { ...rest.signals, yLabels: yTicks.map((tick) => `at ${tick}`) };
    view.width(width).height(height).padding(padding);
    for (const [name, value] of Object.entries(signals)) view.signal(name, value);
    for (const [name, rows] of Object.entries(data)) view.data(name, [...rows]);
    const svg = await view.toSVG();
    expect(complaints).toEqual([]);
    for (const text of ['RMSE (stars)', 'epoch', 'Training 1.050', 'Mean 1.040']) expect(svg).toContain(`>${text}</text>`);
    for (const color of ['train', 'validation', 'reference']) expect(svg).toContain(`stroke="var(--color-${color})"`);
    for (const tick of yTicks) expect(svg).toContain(`>at ${tick}</text>`);
  });
});

describe('frameOf', () => {
  it('gives the rows of tfjs-vis their own x back', () => {
    expect(frame().data.points?.map((row) => (row as { x: number }).x)).toEqual([0.5, 1, 1.5]);
  });

  it('ends a line at its last point', () => {
    expect(frame().data.ends).toEqual([
      { x: 1.5, y: 1.05, color: 'var(--color-train)' },
      { x: 1, y: 1.3, color: 'var(--color-validation)' },
    ]);
  });
});
