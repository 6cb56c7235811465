import { type DragEvent, useState } from 'react';
import { isBusy } from '../../core/cell-machine.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { Notice } from '../../ui/Notice.tsx';
import { openedWords } from './opened-words.ts';
import { selectTakeAway } from './selectors.ts';
import styles from './TakeAwayPanel.module.css';

/** A place to drop a file on that was taken away, which is also a button that picks one; below it, what came of it. */
export function BringBack() {
  const { run, doing, opened } = useNotebookState(selectTakeAway);
  const { bringBack } = useActions();
  const [over, setOver] = useState(false);
  const open = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file && !isBusy(run)) void bringBack(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    open(event.dataTransfer.files);
  };
  const words = opened && openedWords(opened);
  return (
    <>
      <label
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!isBusy(run));
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <input
          type="file"
          className="visually-hidden"
          accept=".safetensors,.npz,.matinee,.json"
          aria-label="Bring a file back"
          aria-describedby="take-away-file"
          onChange={({ target }) => {
            open(target.files);
            // The same file may be picked again.
            target.value = '';
          }}
        />
        <span className={styles.dropTitle}>{doing?.what === 'open' ? 'The file is being opened…' : 'Bring a file back'}</span>
        <span id="take-away-file" className={styles.dropPurpose}>
          Pick it or drop it here: weights as .safetensors or .npz, from this page or from a job, or an experiment. The ratings of
          the file must be loaded.
        </span>
      </label>
      {words && <Notice tone="info" message={words.message} remedy={words.remedy} />}
    </>
  );
}
