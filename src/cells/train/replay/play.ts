import { loadCharts } from '../../../charts/load-charts.ts';

const MILLISECONDS = 2500;
/** Charts are not drawn more often than this. */
const LEAST_TICK = 200;

/**
 * Shows more and more epochs of a run, over some seconds, whatever its speed; the clock starts once charts can be drawn. Returns when all
 * may be shown: at once where the visitor asks for reduced motion. Rejects where the charts do not arrive.
 */
export async function playEpochs(epochs: number, show: (epochs: number) => void, signal: AbortSignal): Promise<void> {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  await loadCharts();
  const atOnce = Math.ceil((epochs * LEAST_TICK) / MILLISECONDS);
  const tick = (MILLISECONDS * atOnce) / epochs;
  for (let shown = 1 + atOnce; shown <= epochs && !signal.aborted; shown += atOnce) {
    await new Promise((resolve) => setTimeout(resolve, tick));
    if (!signal.aborted) show(shown);
  }
}
