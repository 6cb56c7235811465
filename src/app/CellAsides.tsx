import { useEffect, useState } from 'react';
import { useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
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

const selectAll = (state: NotebookState): NotebookState => state;

const MISSING = '# What writes this code did not arrive. Connect to the network, then open it again.';

function Code({ cell: { title, selectCode } }: CellAsidesProps) {
  const state = useNotebookState(selectAll);
  const [code, setCode] = useState('');
  useEffect(() => {
    let isNewest = true;
    const show = (text: string): void => {
      if (isNewest) setCode(text);
    };
    Promise.resolve(selectCode(state)).then(show, () => show(MISSING));
    return () => {
      isNewest = false;
    };
  }, [selectCode, state]);
  return <CodeBlock label={`${title} in Python with Keras 3`} code={code} />;
}
