import type { Notebook } from './notebook.ts';
import type { ThemeChoice } from './notebook-state.ts';

const KEY = 'matinee.theme';
const CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** The part of localStorage that is used. */
export interface ThemeStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** Takes up the theme that was chosen at the last visit and remembers the next choice. `open` may throw where storage is barred. */
export function keepTheme({ store, actions }: Pick<Notebook, 'store' | 'actions'>, open: () => ThemeStorage): void {
  try {
    const storage = open();
    const kept = CHOICES.find((choice) => choice === storage.getItem(KEY));
    if (kept) actions.setTheme(kept);
    store.subscribe((now, before) => {
      if (now.theme !== before.theme) storage.setItem(KEY, now.theme);
    });
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
