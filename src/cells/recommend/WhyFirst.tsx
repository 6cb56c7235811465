import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectUserData } from '../../state/selectors.ts';
import { Muted } from '../../ui/Muted.tsx';
import { whyFirst } from './why-first.ts';

/** Null where another user is shown, or there is no other to choose. */
function selectWhy(state: NotebookState): string | null {
  const data = selectUserData(state);
  if (!data?.shownFirst || data.users === 1) return null;
  return state.recommend.userText.trim() === String(data.shownFirst.userId) ? whyFirst(data.shownFirst) : null;
}

/** Why the user is shown whom nobody chose. */
export function WhyFirst({ className }: { readonly className?: string | undefined }) {
  const why = useNotebookState(selectWhy);
  return why && <Muted className={className}>{why}</Muted>;
}
