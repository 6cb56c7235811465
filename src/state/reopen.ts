import type { Notebook } from './notebook.ts';
import type { TabStorage } from './open-before.ts';

/**
 * Loads the ratings and lists what is kept. After a reload, or on the way back to the page, the file that was loaded and the model
 * that recommended are there again; an address that is opened anew shows what it says and no more. What is lost is said. `open` may throw where storage
 * is barred.
 */
export async function reopen(notebook: Pick<Notebook, 'store' | 'actions'>, open: () => TabStorage): Promise<void> {
  const { start, listKeptRuns, bringBackModel, bringBackFit, noteOnRun } = notebook.actions;
  const memory = isReturn() ? await fetchMemory() : null;
  const before = memory?.read(open);
  // Nothing is fetched before the ratings that they do not need.
  await start(before?.file);
  await listKeptRuns();
  if (before?.run) await bringBackModel(before.run);
  if (before?.fit && memory?.isOfLoaded(before.fit, notebook)) await bringBackFit(before.fit);
  const rememberer = await fetchMemory();
  const lost = (await rememberer?.lostWords(open, notebook)) ?? (before && (await rememberer?.goneWords(before, notebook)));
  if (lost) noteOnRun(lost);
  rememberer?.remember(notebook, open);
}

/** Where it does not arrive, a reload starts anew. */
const fetchMemory = () => import('./open-before.ts').catch(() => null);

function isReturn(): boolean {
  const [visit] = performance.getEntriesByType('navigation');
  return visit !== undefined && ['reload', 'back_forward'].includes((visit as PerformanceNavigationTiming).type);
}
