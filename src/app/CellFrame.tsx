import { useNotebookState } from '../state/hooks.ts';
import { StatusMark } from '../ui/StatusMark.tsx';
import { useSay } from '../ui/words.tsx';
import { AddressProblems } from './AddressProblems.tsx';
import { CellAsides } from './CellAsides.tsx';
import { CellBoundary } from './CellBoundary.tsx';
import styles from './CellFrame.module.css';
import type { Cell } from './cell.ts';
import { headingId } from './scroll-to-cell.ts';

interface CellFrameProps {
  readonly cell: Cell;
  /** Where it stands in the notebook, from 1. */
  readonly number: number;
}

/** What all cells share: number, title, purpose, state; then the cell itself; then its explanation and its code. */
export function CellFrame({ cell, number }: CellFrameProps) {
  const { id, title, selectPurpose, problemGroups, selectStatus, Component } = cell;
  const status = useNotebookState(selectStatus);
  const purpose = useSay()(useNotebookState(selectPurpose));
  return (
    <section
      id={`cell-${id}`}
      className={styles.cell}
      aria-labelledby={headingId(id)}
      data-cell={id}
      data-status={status}
      aria-busy={status === 'running'}
    >
      <header className={styles.header}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <h2 id={headingId(id)} className={styles.title} tabIndex={-1}>
          {title}
        </h2>
        <StatusMark status={status} doneWord={cell.doneWord} />
        <p className={styles.purpose}>{purpose}</p>
      </header>
      <CellBoundary title={title}>
        <div className={styles.body}>
          <AddressProblems groups={problemGroups} />
          <Component />
        </div>
        <CellAsides cell={cell} />
      </CellBoundary>
    </section>
  );
}
