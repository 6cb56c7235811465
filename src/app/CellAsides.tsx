import { useNotebookState } from '../state/hooks.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import styles from './CellAsides.module.css';
import type { Cell } from './cell.ts';

interface CellAsidesProps {
  readonly cell: Cell;
}

export function CellAsides({ cell }: CellAsidesProps) {
  const { Explain } = cell;
  return (
    <div className={styles.asides}>
      <Disclosure title="Explain">
        <div className={styles.prose}>
          <Explain />
        </div>
      </Disclosure>
      <Disclosure title="Code">
        <Code cell={cell} />
      </Disclosure>
    </div>
  );
}

function Code({ cell: { title, selectCode } }: CellAsidesProps) {
  return <CodeBlock label={`${title} in Python with Keras 3`} code={useNotebookState(selectCode)} />;
}
