import type { View } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import { yieldToMessages } from '../core/clock.ts';
import type { VegaEngine } from './load-charts.ts';

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
  /**
   * Draws the frame; only a specification that differs from the last one costs a new view.
   *
   * @returns whether it did
   */
  show(spec: TopLevelSpec, frame: PlotFrame): Promise<boolean>;
  /** Nothing is drawn any more, not even what `show` has begun. */
  finalize(): void;
}

/** Compiles and parses in tasks of their own, and without code generation: the page's policy has no `unsafe-eval`. */
async function build(spec: TopLevelSpec, { vega, compile, expressionInterpreter }: VegaEngine): Promise<View> {
  const compiled = compile(spec).spec;
  await yieldToMessages();
  const runtime = vega.parse(compiled, undefined, { ast: true });
  await yieldToMessages();
  const view = new vega.View(runtime, { expr: expressionInterpreter, renderer: 'svg' });
  await yieldToMessages();
  return view;
}

function apply(view: View, { width, height, padding, signals, data }: PlotFrame): void {
  view.width(width).height(height).padding(padding);
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
  for (const [name, rows] of Object.entries(data)) view.data(name, [...rows]);
}

export function createPlot(element: HTMLElement, engine: VegaEngine): Plot {
  let view: View | undefined;
  let shown = '';
  let finalized = false;

  return {
    async show(spec, frame) {
      const key = JSON.stringify(spec);
      const kept = key === shown ? view : undefined;
      const target = kept ?? (await build(spec, engine));
      if (finalized) return !kept;
      apply(target, frame);
      if (!kept) {
        view?.finalize();
        target.initialize(element);
        view = target;
        shown = key;
      }
      await target.runAsync();
      return !kept;
    },
    finalize() {
      finalized = true;
      view?.finalize();
    },
  };
}
