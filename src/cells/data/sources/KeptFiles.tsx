import { useRef } from 'react';
import { releaseOf } from '../../../core/releases.ts';
import { formatBytes } from '../../../core/transfer.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectTraining } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatMoment } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from './KeptFiles.module.css';

const selectKept = (state: NotebookState) => state.kept;

/** The files that this browser keeps from earlier visits: opened, fetched, and here again without either. */
export function KeptFiles() {
  const { run, sets, room } = useNotebookState(selectKept);
  const training = useNotebookState(selectTraining);
  const { load, forgetKept } = useActions();
  const heading = useRef<HTMLHeadingElement>(null);
  const problem = run.phase === 'failed' ? run.error : null;
  const remove = async (id: string): Promise<void> => {
    await forgetKept(id);
    heading.current?.focus();
  };
  return (
    <section className={styles.kept} aria-labelledby="kept-files">
      <h3 id="kept-files" ref={heading} tabIndex={-1} className={styles.heading}>
        Kept in this browser
      </h3>
      {problem && <Notice tone="info" message={problem.message} remedy={problem.remedy} />}
      {sets.length > 0 && (
        <ul className={styles.list}>
          {sets.map((set) => {
            const name = releaseOf(set.sha256)?.title ?? set.file;
            return (
              <li key={set.id} className={styles.row}>
                <span className={styles.name}>{name}</span>
                <Muted as="span">
                  {formatBytes(set.bytes)}, {formatMoment(set.savedAt)}
                </Muted>
                <span className={styles.actions}>
                  <Button
                    look="quiet"
                    disabled={training}
                    aria-label={`Open ${name}`}
                    onClick={() => void load({ kind: 'kept', ...set })}
                  >
                    Open
                  </Button>
                  <Button look="quiet" aria-label={`Delete ${name}`} onClick={() => void remove(set.id)}>
                    Delete
                  </Button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <OwnFiles />
      {room && (
        <Muted>
          This page takes {formatBytes(room.used)} of the {formatBytes(room.quota)} that the browser allows it.
        </Muted>
      )}
    </section>
  );
}

const selectMayKeep = ({ kept }: NotebookState) => kept.mayKeepOwn;

/** What was answered about files of one's own, and the way back from it. */
function OwnFiles() {
  const may = useNotebookState(selectMayKeep);
  const { keepOwnFiles } = useActions();
  if (may === null) return null;
  return (
    <Muted>
      {may ? 'Files that you open are kept here.' : 'Files that you open are not kept here.'}{' '}
      <Button look="quiet" onClick={() => keepOwnFiles(!may)}>
        {may ? 'Stop keeping my files' : 'Keep my files'}
      </Button>
    </Muted>
  );
}
