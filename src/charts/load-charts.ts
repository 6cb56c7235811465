/**
 * Vega, Vega-Lite, the interpreter and tfjs-vis' line chart. Its module alone, since the index of tfjs-vis brings all of
 * tfjs-core along, a quarter of the whole download, for parts that are not used here.
 */
async function load() {
  const [vega, { compile }, { expressionInterpreter }, { linechart }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
    import('@tensorflow/tfjs-vis/dist/render/linechart.js'),
  ]);
  return { engine: { vega, compile, expressionInterpreter }, linechart };
}

export type Charts = Awaited<ReturnType<typeof load>>;
export type VegaEngine = Charts['engine'];

let charts: Promise<Charts> | undefined;

/**
 * The chart library, fetched at the first call only.
 *
 * @throws when it cannot be fetched; the next call tries again
 */
export function loadCharts(): Promise<Charts> {
  charts ??= load().catch((thrown: unknown) => {
    charts = undefined;
    throw thrown;
  });
  return charts;
}
