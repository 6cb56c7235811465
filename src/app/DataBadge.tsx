import { useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { Fact } from './Fact.tsx';

const selectData = ({ data }: NotebookState) => data;

export function DataBadge() {
  const { run, summary } = useNotebookState(selectData);
  const waiting = run.phase === 'failed' ? 'not loaded' : 'loading…';
  return <Fact label="Data set" value={summary?.name ?? waiting} />;
}
