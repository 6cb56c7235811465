import { choiceOf } from './data-choice.ts';
import type { Notebook } from './notebook.ts';

const KEY = 'matinee.open';

/** The part of sessionStorage that is used: it lasts as long as the tab. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** What was open in this tab: a kept file and a kept run, by their ids. */
interface Open {
  readonly file: string | null;
  readonly run: string | null;
}

/** What was open before; null where nothing is known of it. */
export function read(open: () => TabStorage): Open | null {
  try {
    const kept: unknown = JSON.parse(open().getItem(KEY) ?? 'null');
    const { file = null, run = null } = (kept ?? {}) as Partial<Record<keyof Open, unknown>>;
    return { file: asId(file), run: asId(run) };
  } catch {
    return null;
  }
}

const asId = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Remembers from now on what is open. */
export function remember({ store }: Pick<Notebook, 'store'>, open: () => TabStorage): void {
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
