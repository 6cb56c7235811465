import { alignSeries } from './align.ts';
import { axisTitle, type Curves } from './curve.ts';
import { frameOf, styleSpec } from './curve-spec.ts';
import type { Milliseconds } from './draw-loop.ts';
import { layOut, type Measure, type Size } from './layout.ts';
import { type Charts, loadCharts } from './load-charts.ts';
import { setPainter } from './vega-embed.ts';
import { createPlot, type Plot } from './vega-plot.ts';

export interface CurveFrame {
  readonly curves: Curves;
  readonly size: Size;
}

export interface CurveDrawer {
  /**
   * Draws through tfjs-vis.
   *
   * @returns how long the page was busy; 0 for a draw that set up a view, which yields in between
   * @throws when the chart library cannot be loaded
   */
  draw(frame: CurveFrame): Promise<Milliseconds>;
  release(): void;
}

interface Tools {
  readonly linechart: Charts['linechart'];
  readonly measure: Measure;
  readonly plot: Plot;
}

/** Measures in the font that the style sheet gives the element; as 0 every digit is as wide as a tabular one. */
function measureIn(element: HTMLElement): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * 7;
  context.font = `600 12px ${getComputedStyle(element).fontFamily}`;
  return (text) => context.measureText(text.replace(/\d/g, '0')).width;
}

async function open(element: HTMLElement): Promise<Tools> {
  const { engine, linechart } = await loadCharts();
  await document.fonts.ready;
  return { linechart, measure: measureIn(element), plot: createPlot(element, engine) };
}

async function drawWith({ linechart, measure, plot }: Tools, element: HTMLElement, { curves, size }: CurveFrame) {
  const start = performance.now();
  const { grid, rows } = alignSeries(curves.series);
  const layout = layOut(curves, size, measure);
  let rebuilt = false;
  setPainter(element, async (spec) => {
    rebuilt = await plot.show(styleSpec(spec, curves), frameOf(spec, curves, layout, grid));
  });
  const data = { values: rows, series: rows.map((_, index) => `series${index}`) };
  await linechart(element, data, { ...size, xLabel: curves.x.title, yLabel: axisTitle(curves.y) });
  return rebuilt ? 0 : performance.now() - start;
}

export function createCurveDrawer(element: HTMLElement): CurveDrawer {
  let tools: Tools | undefined;
  let released = false;
  return {
    async draw(frame) {
      tools ??= await open(element);
      return released ? 0 : drawWith(tools, element, frame);
    },
    release() {
      released = true;
      tools?.plot.finalize();
    },
  };
}
