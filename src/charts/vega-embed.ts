/**
 * Stands in for the package `vega-embed` (an alias in vite.config.ts): tfjs-vis hands its Vega-Lite specification to this
 * function at every draw, and the painter of the element draws it. The painter hangs on the element under a global symbol, not
 * in a module variable, because Vite's dependency optimizer bundles this file into tfjs-vis a second time.
 */
const PAINTER = Symbol.for('matinee.charts.painter');

/** The parts of a specification by tfjs-vis' line chart that are read here. */
export interface LineChartSpec {
  readonly data: { readonly values: readonly Readonly<Record<string, unknown>>[] };
  readonly encoding: { readonly x: { readonly title: string } };
  readonly layer: readonly {
    readonly encoding: { readonly y?: { readonly field: string; readonly title: string } };
  }[];
}

export type Painter = (spec: LineChartSpec) => Promise<void>;

type PaintedElement = HTMLElement & { [PAINTER]?: Painter };

/** Decides what draws the charts that tfjs-vis renders into `element`. */
export function setPainter(element: HTMLElement, painter: Painter): void {
  (element as PaintedElement)[PAINTER] = painter;
}

/** @throws Error when no painter has been set for the element */
export default async function embed(element: HTMLElement, spec: LineChartSpec): Promise<void> {
  const painter = (element as PaintedElement)[PAINTER];
  if (!painter) throw new Error('tfjs-vis drew into an element without a painter');
  await painter(spec);
}
