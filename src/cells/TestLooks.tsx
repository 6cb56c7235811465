import type { RunId } from '../core/run-report.ts';
import { testLooks } from '../core/test-looks.ts';
import { useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { Muted } from '../ui/Muted.tsx';

const selectRecords = ({ runs }: NotebookState) => runs.records;

interface TestLooksProps {
  readonly id: RunId;
}

/** From the second look at the test part of a run on: how often it was looked at, and what that does. */
export function TestLooks({ id }: TestLooksProps) {
  const records = useNotebookState(selectRecords);
  const record = records.find((one) => one.id === id);
  const looks = record ? testLooks(records, record) : 0;
  if (looks < 2) return null;
  return (
    <Muted>
      The test part was looked at {looks} times, once for each run. The more often one chooses by it, the more optimistic it
      becomes: choose by validation.
    </Muted>
  );
}
