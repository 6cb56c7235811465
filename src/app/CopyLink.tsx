import { useAddress, useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { selectNamedData } from '../state/selectors.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Muted } from '../ui/Muted.tsx';

/** The address of this page with the settings as they stand, and what is not in it. */
export function CopyLink() {
  const missing = useNotebookState(selectMissing);
  return (
    <>
      <CopyButton what="link" text={`${location.href.split('#')[0]}${useAddress()}`} />
      {missing && <Muted>The link does not contain {missing}.</Muted>}
    </>
  );
}

/** What somebody with the link has not got; null where they have all of it. */
function selectMissing(state: NotebookState): string | null {
  const { summary } = state.data;
  const file = selectNamedData(state) === 'file' && summary ? [`“${summary.file ?? summary.name}”`] : [];
  const added = summary?.added?.map(({ userId }) => `user ${userId}`) ?? [];
  return [...file, ...added].join(' and ') || null;
}
