import { useEffect, useRef } from 'react';
import { CELLS } from '../cells/list.ts';
import { useActions, useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { StatusMark } from '../ui/StatusMark.tsx';
import { useSay } from '../ui/words.tsx';
import type { Cell } from './cell.ts';
import styles from './Outline.module.css';
import { scrollToCell } from './scroll-to-cell.ts';
import { useCellInView } from './use-cell-in-view.ts';

const selectHasMovies = ({ recommend }: NotebookState) => recommend.result !== null;

/** The cells with their states, always in view: the head of the rail, or a strip of chips where the page is narrow. */
export function Outline() {
  const inView = useCellInView();
  const strip = useRef<HTMLOListElement>(null);
  const hasMovies = useNotebookState(selectHasMovies);
  const { noteLooked } = useActions();
  useEffect(() => {
    const [list, chip] = [strip.current, strip.current?.querySelector<HTMLElement>('[aria-current]')];
    if (list) list.scrollLeft = chip ? chip.offsetLeft - (list.clientWidth - chip.offsetWidth) / 2 : 0;
    if (inView === 'recommend' && hasMovies) noteLooked();
  }, [inView, hasMovies, noteLooked]);
  return (
    <nav className={styles.outline} aria-label="Cells">
      <ol ref={strip} className={styles.cells}>
        {CELLS.map((cell, at) => (
          <Entry key={cell.id} cell={cell} number={at + 1} isInView={cell.id === inView} />
        ))}
      </ol>
    </nav>
  );
}

interface EntryProps {
  readonly cell: Cell;
  readonly number: number;
  readonly isInView: boolean;
}

function Entry({ cell: { id, title, selectStatus, selectDigest, doneWord }, number, isInView }: EntryProps) {
  const status = useNotebookState(selectStatus);
  const digest = useNotebookState(selectDigest);
  const say = useSay();
  return (
    <li className={styles.item}>
      <button type="button" className={styles.entry} {...(isInView ? CURRENT : {})} onClick={() => scrollToCell(id)}>
        <span className={styles.number}>{number}</span>
        <span className={styles.title}>{title}</span>
        <StatusMark status={status} signOnly doneWord={doneWord} />
        <span className={styles.digest}>{digest && say(digest)}</span>
      </button>
    </li>
  );
}

const CURRENT = { 'aria-current': true } as const;
