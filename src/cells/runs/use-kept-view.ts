import { useEffect, useLayoutEffect, useRef } from 'react';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { RunsView } from './contract.ts';
import { readKeptView, writeKeptView } from './kept-view.ts';
import { selectView } from './selectors.ts';

const open = (): Storage => window.localStorage;

/** What is looked at; the columns are those of the last visit. */
export function useKeptView(): RunsView {
  const view = useNotebookState(selectView);
  const { setRunsView } = useActions();
  const { differencesOnly, byHand } = view;
  const isRead = useRef(false);
  useLayoutEffect(() => setRunsView(readKeptView(open)), [setRunsView]);
  useEffect(() => {
    if (isRead.current) writeKeptView(open, { differencesOnly, byHand });
    isRead.current = true;
  }, [differencesOnly, byHand]);
  return view;
}
