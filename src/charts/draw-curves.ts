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
   * @returns how long the page was busy; 0 for the first draw, which is set-up and yields in between
   */
  draw(frame: CurveFrame): Promise<Milliseconds>;
  release(): void;
}

/** Measures in the font that the style sheet gives the element; as 0 every digit is as wide as a tabular one. */
function measureIn(element: HTMLElement): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * 7;
  context.font = `600 12px ${getComputedStyle(element).fontFamily}`;
  return (text) => context.measureText(text.replace(/\d/g, '0')).width;
}

export function createCurveDrawer(element: HTMLElement): CurveDrawer {
  let open: { readonly charts: Charts; readonly plot: Plot } | undefined;
  let released = false;

  async function drawWith(charts: Charts, plot: Plot, { curves, size }: CurveFrame): Promise<void> {
    const { grid, rows } = alignSeries(curves.series);
    const layout = layOut(curves, size, measureIn(element));
    setPainter(element, (spec) => plot.show(styleSpec(spec, curves), frameOf(spec, curves, layout, grid)));
    const data = { values: rows.map((row) => [...row]), series: rows.map((_, index) => `series${index}`) };
    await charts.render.linechart(element, data, { ...size, xLabel: curves.x.title, yLabel: axisTitle(curves.y) });
  }

  return {
    async draw(frame) {
      const first = !open;
      if (!open) {
        const charts = await loadCharts();
        await document.fonts.ready;
        open = { charts, plot: createPlot(element, charts.engine) };
      }
      if (released) return 0;
      const start = performance.now();
      await drawWith(open.charts, open.plot, frame);
      return first ? 0 : performance.now() - start;
    },
    release() {
      released = true;
      open?.plot.finalize();
    },
  };
}
