import type { ReactNode } from 'react';
import styles from './MarkList.module.css';
import type { Track } from './nearest.ts';
import { usePointing } from './use-pointing.ts';

interface MarkListProps {
  readonly label: string;
  readonly tracks: readonly Track[];
  /** A mark in words, with its numbers. */
  readonly describe: (id: string) => string;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Draws the marks; the one that is pointed at stands out. */
  readonly children: (pointed: string | null) => ReactNode;
  /** What is said while nothing is pointed at. */
  readonly hint: string;
}

/** A picture of many marks that can be pointed at and chosen: a list box whose only option is the mark that is pointed at. */
export function MarkList({ label, tracks, describe, chosen, onChoose, children, hint }: MarkListProps) {
  const { pointed, list, optionId } = usePointing(tracks, onChoose);
  const active = pointed ?? tracks[0]?.id ?? '';
  return (
    <>
      <div role="listbox" {...list} aria-label={label} className={styles.marks}>
        {children(pointed)}
        <div
          id={optionId}
          role="option"
          tabIndex={-1}
          className="visually-hidden"
          aria-selected={active === chosen}
          aria-setsize={tracks.length}
          aria-posinset={tracks.findIndex(({ id }) => id === active) + 1}
        >
          {describe(active)}
        </div>
      </div>
      <p className={styles.words} aria-hidden="true">
        {pointed === null ? hint : describe(pointed)}
      </p>
    </>
  );
}
