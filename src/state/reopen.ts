import { choiceOf } from './data-choice.ts';
import type { Notebook } from './notebook.ts';

const KEY = 'matinee.open';

/** The part of sessionStorage that is used: it lasts as long as the tab. */
type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** What was open in this tab: a kept file and a kept run, by their ids. */
interface Open {
  readonly file: string | null;
  readonly run: string | null;
}

/**
 * Loads the ratings and lists what is kept. After a reload, or on the way back to the page, the file that was loaded and the model
 * that recommended are there again; an address that is opened anew shows what it says and no more. `open` may throw where storage is barred.
 */
export async function reopen(notebook: Pick<Notebook, 'store' | 'actions'>, open: () => TabStorage): Promise<void> {
  const { start, listKeptRuns, bringBackModel } = notebook.actions;
  const before = isReturn() ? read(open) : null;
  // Nothing is fetched before the ratings that they do not need.
  await start(before?.file);
  await listKeptRuns();
  if (before?.run) await bringBackModel(before.run);
  remember(notebook, open);
}

function isReturn(): boolean {
  const [visit] = performance.getEntriesByType('navigation');
  return visit !== undefined && ['reload', 'back_forward'].includes((visit as PerformanceNavigationTiming).type);
}

function read(open: () => TabStorage): Open | null {
  try {
    const kept: unknown = JSON.parse(open().getItem(KEY) ?? 'null');
    const { file = null, run = null } = (kept ?? {}) as Partial<Record<keyof Open, unknown>>;
    return { file: asId(file), run: asId(run) };
  } catch {
    return null;
  }
}

const asId = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function remember({ store }: Pick<Notebook, 'store'>, open: () => TabStorage): void {
  const write = (): void => {
    const { data, kept, training } = store.getState();
    const choice = data.summary && choiceOf(data.summary, kept.sets);
    const file = choice !== null && typeof choice === 'object' && 'id' in choice ? choice.id : null;
    const state: Open = { file, run: training.inUse?.runId ?? null };
    open().setItem(KEY, JSON.stringify(state));
  };
  try {
    write();
    store.subscribe((now, before) => {
      const isOther = now.data.summary !== before.data.summary || now.kept.sets !== before.kept.sets;
      if (isOther || now.training.inUse !== before.training.inUse) write();
    });
  } catch {
    // Without storage a reload starts anew.
  }
}
