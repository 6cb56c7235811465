import { createStore } from 'zustand/vanilla';
import type { Notebook } from './notebook.ts';
import type { NotebookActions, NotebookState } from './notebook-state.ts';

/** A notebook that stands still: for views that are drawn once. */
export function frozenNotebook(state: NotebookState, actions: NotebookActions): Notebook {
  return { store: createStore<NotebookState>(() => state), actions, open: () => undefined, address: () => '' };
}
