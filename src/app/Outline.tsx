import { CELLS } from '../cells/list.ts';
import { useNotebookState } from '../state/hooks.ts';
import { StatusMark } from '../ui/StatusMark.tsx';
import { useSay } from '../ui/words.tsx';
import type { Cell } from './cell.ts';
import styles from './Outline.module.css';
import { scrollToCell } from './scroll-to-cell.ts';

/** The cells with their states: the head of the rail, or a strip of chips where the page is narrow. */
export function Outline() {
  return (
    <nav className={styles.outline} aria-label="Cells">
      <ol className={styles.cells}>
        {CELLS.map((cell, at) => (
          <Entry key={cell.id} cell={cell} number={at + 1} />
        ))}
      </ol>
    </nav>
  );
}

interface EntryProps {
  readonly cell: Cell;
  readonly number: number;
}

function Entry({ cell: { id, title, selectStatus, selectDigest, doneWord }, number }: EntryProps) {
  const status = useNotebookState(selectStatus);
  const digest = useNotebookState(selectDigest);
  const say = useSay();
  return (
    <li className={styles.item}>
      <button type="button" className={styles.entry} onClick={() => scrollToCell(id)}>
        <span className={styles.number}>{number}</span>
        <span className={styles.title}>{title}</span>
        <StatusMark status={status} signOnly doneWord={doneWord} />
        <span className={styles.digest}>{digest && say(digest)}</span>
      </button>
    </li>
  );
}
