import { useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { selectNamedData } from '../state/selectors.ts';
import { writeHash } from '../state/url-hash.ts';
import { CopyButton } from '../ui/CopyButton.tsx';

const selectHash = (state: NotebookState) => writeHash(state.overrides, state.recommend.userText, selectNamedData(state));

/** The address of this page with the settings as they stand. */
export function CopyLink() {
  const hash = useNotebookState(selectHash);
  return <CopyButton what="link" text={`${location.href.split('#')[0]}${hash}`} />;
}
