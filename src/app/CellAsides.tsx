import type { ComponentType } from 'react';
import { commentsInWords } from '../core/vocabulary.ts';
import { useNotebookState } from '../state/hooks.ts';
import { selectWords } from '../state/selectors.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { later } from '../ui/later.tsx';
import styles from './CellAsides.module.css';
import type { Cell } from './cell.ts';

interface CellAsidesProps {
  readonly cell: Cell;
}

export function CellAsides({ cell }: CellAsidesProps) {
  const { Explain } = cell;
  const Code = codeOf(cell);
  return (
    <div className={styles.asides}>
      <Disclosure title="Explain">
        <div className={styles.prose}>
          <Explain />
        </div>
      </Disclosure>
      <Disclosure title="Code">
        <Code />
      </Disclosure>
    </div>
  );
}

const views = new Map<Cell, ComponentType>();

/** The view of a cell's code: always the same component. */
function codeOf(cell: Cell): ComponentType {
  const known = views.get(cell) ?? createView(cell);
  views.set(cell, known);
  return known;
}

const createView = ({ title, fetchCode }: Cell): ComponentType =>
  later(async () => {
    const selectCode = await fetchCode();
    return function Code() {
      const words = useNotebookState(selectWords);
      return <CodeBlock label={`${title} in Python with Keras 3`} code={commentsInWords(useNotebookState(selectCode), words)} />;
    };
  });
