import { type ChangeEvent, type DragEvent, useState } from 'react';
import styles from './FileDrop.module.css';
import { useNoStrayDrops } from './use-no-stray-drops.ts';

interface FileDropProps {
  /** The name of the file that is loaded, if one is. */
  readonly current: string | null;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file on, which is also a button that picks one. */
export function FileDrop({ current, disabled, onFile }: FileDropProps) {
  const [over, setOver] = useState(false);
  useNoStrayDrops();
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file && !disabled) onFile(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    take(target.files);
    // So that the same file, mended, can be picked again.
    target.value = '';
  };
  return (
    <label
      className={styles.drop}
      data-current={current !== null || undefined}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <input
        type="file"
        className="visually-hidden"
        accept=".zip,.csv,.tsv,.dat,.data,.txt,.json,.jsonl,.ndjson"
        onChange={onChange}
        aria-label="Open a MovieLens zip or ratings file"
        aria-describedby="data-file"
      />
      <span className={styles.title}>{current ?? 'Open a MovieLens zip or ratings file'}</span>
      <span id="data-file" className={styles.purpose}>
        {current === null ? 'Pick it or drop it here' : 'Your file is loaded. Pick or drop another here'}: any MovieLens zip, or
        ratings of your own as CSV, TSV or JSON lines. It stays in this browser.
      </span>
    </label>
  );
}
