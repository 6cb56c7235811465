import { useSyncExternalStore } from 'react';
import { useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';

const selectTheme = ({ theme }: NotebookState) => theme;
const DARK = '(prefers-color-scheme: dark)';

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Changes whenever the colours of the page do. */
export function useThemeKey(): string {
  const theme = useNotebookState(selectTheme);
  const isDark = useSyncExternalStore(subscribe, () => matchMedia(DARK).matches);
  return `${theme} ${isDark}`;
}
