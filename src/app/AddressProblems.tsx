import { useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { Notice } from '../ui/Notice.tsx';

const selectProblems = ({ addressProblems }: NotebookState) => addressProblems;

interface AddressProblemsProps {
  readonly groups: readonly NotebookState['addressProblems'][number]['group'][];
}

/** What the address holds for this part of the page that could not be used. */
export function AddressProblems({ groups }: AddressProblemsProps) {
  const problems = useNotebookState(selectProblems);
  return problems
    .filter(({ group }) => groups.includes(group))
    .map(({ message }) => <Notice key={message} tone="info" message={message} />);
}
