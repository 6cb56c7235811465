import { createStore, type StoreApi } from 'zustand/vanilla';
import { callsOf, type LabClient } from '../lab/client.ts';
import { openHash, writeHash } from './address/hash.ts';
import { createCellRuns } from './cell-runs.ts';
import { follow } from './follow.ts';
import type { NotebookActions, NotebookState } from './notebook-state.ts';
import { pageSlice } from './page.ts';
import type { PageUrls } from './page-urls.ts';
import type { AddressPart, Slice, SliceKit } from './slice.ts';
import { createUndoStack } from './undo.ts';

export interface Notebook {
  readonly store: StoreApi<NotebookState>;
  readonly actions: NotebookActions;
  /** Takes over what the hash of an address says. */
  open(hash: string): void;
  /** The hash that gives this state elsewhere. */
  address(): string;
}

/** Puts the slices together: one store, one set of actions, one address. */
export function createNotebook(lab: LabClient, cells: readonly Slice[], urls: PageUrls): Notebook {
  const slices = [pageSlice, ...cells];
  const initial = Object.assign({}, ...slices.map((slice) => slice.initial)) as NotebookState;
  const store = createStore<NotebookState>(() => initial);
  const { getState, setState } = store;
  const subscribe = (listener: (now: NotebookState, before: NotebookState) => void): void => void store.subscribe(listener);
  const actions = {} as NotebookActions;
  const parts: AddressPart[] = [];
  const base = { getState, setState, subscribe, ...createCellRuns(store) };
  const kit: SliceKit<keyof NotebookState> = {
    ...base,
    ...createUndoStack(store),
    landmark: () => setState(({ landmarks }) => ({ landmarks: landmarks + 1 })),
    follow: (part, following) => follow(base, part, following),
    calls: (folder) => callsOf(lab, folder),
    actions,
    urls,
  };
  for (const slice of slices) {
    const made = slice.create(kit);
    Object.assign(actions, made.actions);
    if (made.address) parts.push(made.address);
  }
  // Several ask for it after every change.
  let written: { readonly state: NotebookState; readonly hash: string } | undefined;
  return {
    store,
    actions,
    open: (hash) => setState({ addressProblems: openHash(hash, parts) }),
    address() {
      const state = getState();
      if (written?.state !== state) written = { state, hash: writeHash(state, parts) };
      return written.hash;
    },
  };
}
