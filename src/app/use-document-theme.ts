import { useEffect } from 'react';
import { useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';

const selectTheme = ({ theme }: NotebookState) => theme;

/** Puts the chosen theme on the document, where the tokens look for it; the system's applies where none is chosen. */
export function useDocumentTheme(): void {
  const theme = useNotebookState(selectTheme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
}
