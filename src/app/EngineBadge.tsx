import { useNotebookState } from '../state/hooks.ts';
import { selectEngine } from '../state/selectors.ts';
import { Fact } from './Fact.tsx';

export function EngineBadge() {
  const engine = useNotebookState(selectEngine);
  return <Fact label="Engine" value={engine?.label ?? 'chosen when training starts'} />;
}
