import { pause } from './pause.ts';

/** Vega, Vega-Lite and the interpreter, each evaluated in a task of its own. */
async function loadVega() {
  const vega = await import('vega');
  await pause();
  const { compile } = await import('vega-lite');
  await pause();
  const { expressionInterpreter } = await import('vega-interpreter');
  return { vega, compile, expressionInterpreter };
}

async function load() {
  const engine = await loadVega();
  await pause();
  const { render } = await import('@tensorflow/tfjs-vis');
  return { engine, render };
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
