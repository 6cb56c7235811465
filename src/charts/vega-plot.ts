import type { View } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import type { VegaEngine } from './load-charts.ts';
import { pause } from './pause.ts';

/** What changes from draw to draw without a new view. */
export interface PlotFrame {
  readonly width: number;
  readonly height: number;
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Values of the specification's params. */
  readonly signals: Readonly<Record<string, unknown>>;
  /** Rows of the specification's named data sets. */
  readonly data: Readonly<Record<string, readonly object[]>>;
}

export interface Plot {
  /** Draws the frame; only a specification that differs from the last one costs a new view. */
  show(spec: TopLevelSpec, frame: PlotFrame): Promise<void>;
  finalize(): void;
}

/** Runs without code generation, so that the page's policy needs no `unsafe-eval`. */
export function createPlot(element: HTMLElement, { vega, compile, expressionInterpreter }: VegaEngine): Plot {
  let view: View | undefined;
  let shown = '';
  let finalized = false;

  async function build(spec: TopLevelSpec): Promise<View> {
    const compiled = compile(spec).spec;
    await pause();
    const runtime = vega.parse(compiled, undefined, { ast: true });
    await pause();
    return new vega.View(runtime, { expr: expressionInterpreter, renderer: 'svg', hover: false, tooltip: () => undefined });
  }

  function apply(target: View, { width, height, padding, signals, data }: PlotFrame): void {
    target.width(width).height(height).padding(padding);
    for (const [name, value] of Object.entries(signals)) target.signal(name, value);
    for (const [name, rows] of Object.entries(data)) target.data(name, [...rows]);
  }

  return {
    async show(spec, frame) {
      const key = JSON.stringify(spec);
      let fresh: View | undefined;
      if (key !== shown) {
        fresh = await build(spec);
        view?.finalize();
        view = fresh;
        shown = key;
      }
      if (finalized || !view) {
        view?.finalize();
        return;
      }
      apply(view, frame);
      if (fresh) await pause();
      if (finalized) return;
      if (fresh) fresh.initialize(element);
      await view.runAsync();
    },
    finalize() {
      finalized = true;
      view?.finalize();
    },
  };
}
