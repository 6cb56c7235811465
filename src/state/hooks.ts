import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Notebook } from './notebook.ts';
import type { NotebookActions, NotebookState } from './notebook-state.ts';
import type { Offline, OfflineState } from './offline.ts';

/** The only file in which the state meets React. */
export const NotebookContext = createContext<Notebook | null>(null);

function useNotebook(): Notebook {
  const notebook = useContext(NotebookContext);
  if (notebook === null) throw new Error('A view that reads the notebook is outside <NotebookContext>');
  return notebook;
}

/** Reads a part of the state. `select` must return the same object for the same state: a named constant, not a new object. */
export function useNotebookState<T>(select: (state: NotebookState) => T): T {
  return useStore(useNotebook().store, select);
}

export function useActions(): NotebookActions {
  return useNotebook().actions;
}

export function useOfflineState({ store }: Offline): OfflineState {
  return useStore(store);
}

/** The hash that gives this state elsewhere. */
export function useAddress(): string {
  const { store, address } = useNotebook();
  return useStore(store, address);
}
