import { useNotebookState } from '../../state/hooks.ts';
import { Notice } from '../../ui/Notice.tsx';
import { unusable } from './choices.ts';
import { selectEmbeddings } from './selectors.ts';

/** What of the address is none of the choices. */
export function AddressNote() {
  const problem = unusable(useNotebookState(selectEmbeddings));
  return problem && <Notice tone="info" message={problem} />;
}
