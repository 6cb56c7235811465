import type { ComponentType } from 'react';
import { useNotebookState } from '../state/hooks.ts';
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

type SelectCode = Exclude<Cell['selectCode'], { fetch(): unknown }>;

const views = new Map<Cell, ComponentType>();

/** The view of a cell's code: always the same component. */
function codeOf(cell: Cell): ComponentType {
  const known = views.get(cell) ?? createView(cell);
  views.set(cell, known);
  return known;
}

function createView({ title, selectCode }: Cell): ComponentType {
  const showing = (select: SelectCode) =>
    function Code() {
      return <CodeBlock label={`${title} in Python with Keras 3`} code={useNotebookState(select)} />;
    };
  return typeof selectCode === 'function' ? showing(selectCode) : later(async () => showing(await selectCode.fetch()));
}
