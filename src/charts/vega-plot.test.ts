import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { expect, it, vi } from 'vitest';
import type { VegaEngine } from './load-charts.ts';
import { createPlot, type PlotFrame } from './vega-plot.ts';

/** Vega draws nowhere, since there is no document; views and runs are compileSpec. */
function setUp() {
  const compileSpec = vi.fn(compile);
  const initialize = vi.spyOn(vega.View.prototype, 'initialize').mockReturnThis();
  const finalize = vi.spyOn(vega.View.prototype, 'finalize');
  for (const spy of [initialize, finalize]) spy.mockClear();
  const engine = { vega, compile: compileSpec, expressionInterpreter } as unknown as VegaEngine;
  const plot = createPlot({} as HTMLElement, engine);
  return { plot, compileSpec, initialize, finalize };
}

const specOf = (color: string): TopLevelSpec => ({
  params: [{ name: 'limit', value: 0 }],
  data: { name: 'points', values: [] },
  mark: { type: 'point', color },
  encoding: { x: { field: 'x', type: 'quantitative', scale: { domainMax: { expr: 'limit' } } } },
});

const frameOf = (limit: number): PlotFrame => ({
  width: 100,
  height: 50,
  padding: { top: 0, right: 0, bottom: 0, left: 0 },
  signals: { limit },
  data: { points: [{ x: limit }] },
});

it('builds one view for a specification and gives it new data', async () => {
  const { plot, compileSpec, initialize } = setUp();
  const shown = [await plot.show(specOf('red'), frameOf(1)), await plot.show(specOf('red'), frameOf(2))];
  expect(shown).toEqual([true, false]);
  expect(compileSpec).toHaveBeenCalledTimes(1);
  const view = initialize.mock.contexts[0] as vega.View;
  expect(view.signal('limit')).toBe(2);
  expect(view.data('points')).toMatchObject([{ x: 2 }]);
});

it('replaces the view where the specification differs', async () => {
  const { plot, compileSpec, initialize, finalize } = setUp();
  await plot.show(specOf('red'), frameOf(1));
  expect(await plot.show(specOf('blue'), frameOf(1))).toBe(true);
  expect(compileSpec).toHaveBeenCalledTimes(2);
  expect(finalize.mock.contexts).toEqual([initialize.mock.contexts[0]]);
});

it('leaves the element alone when it is finalized in the middle of a draw', async () => {
  const { plot, initialize } = setUp();
  const drawing = plot.show(specOf('red'), frameOf(1));
  plot.finalize();
  await drawing;
  expect(initialize).not.toHaveBeenCalled();
});

it('finalizes the view it shows', async () => {
  const { plot, initialize, finalize } = setUp();
  await plot.show(specOf('red'), frameOf(1));
  plot.finalize();
  expect(finalize.mock.contexts).toEqual([initialize.mock.contexts[0]]);
});
