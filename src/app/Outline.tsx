import { CELLS } from '../cells/registry.ts';
import { useNotebookState } from '../state/hooks.ts';
import { StatusMark } from '../ui/StatusMark.tsx';
import type { Cell } from './cell.ts';
import styles from './Outline.module.css';
import { scrollToCell } from './scroll-to-cell.ts';

/** The cells with their states: the head of the rail, or a strip of chips where the page is narrow. */
export function Outline() {
  return (
    <nav className={styles.outline} aria-label="Cells">
      <ol className={styles.cells}>
        {CELLS.map((cell) => (
          <Entry key={cell.id} cell={cell} />
        ))}
      </ol>
    </nav>
  );
}

function Entry({ cell: { id, order, title, selectStatus, selectDigest } }: { readonly cell: Cell }) {
  const status = useNotebookState(selectStatus);
  const digest = useNotebookState(selectDigest);
  return (
    <li className={styles.item}>
      <button type="button" className={styles.entry} onClick={() => scrollToCell(id)}>
        <span className={styles.number}>{order}</span>
        <span className={styles.title}>{title}</span>
        <StatusMark status={status} signOnly />
        <span className={styles.digest}>{digest}</span>
      </button>
    </li>
  );
}
