import { type ChangeEvent, type DragEvent, useState } from 'react';
import { fetchPart } from '../../../core/fetch-part.ts';
import styles from './FileDrop.module.css';
import { useNoStrayDrops } from './use-no-stray-drops.ts';

interface FileDropProps {
  /** The name of the file that is loaded, if one is. */
  readonly current: string | null;
  readonly disabled: boolean;
  /** What was picked or dropped; it is gathered later, since folders take a while. */
  readonly onPick: (gather: () => Promise<File | null>) => void;
}

/** A place to drop a file on, which is also a button that picks one. */
export function FileDrop({ current, disabled, onPick }: FileDropProps) {
  const [over, setOver] = useState(false);
  useNoStrayDrops();
  const take = (entries: readonly FileSystemEntry[], files: readonly File[]): void => {
    if (files.length === 0 || disabled) return;
    onPick(async () => {
      const isPlain = files.length === 1 && !entries.some(({ isDirectory }) => isDirectory);
      if (isPlain) return files[0] as File;
      const { gatherFiles } = await fetchPart(() => import('./picked-files.ts'));
      return await gatherFiles(entries, files);
    });
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    // What was dropped is told during the event alone.
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
    take(entries, [...event.dataTransfer.files]);
  };
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    take([], [...(target.files ?? [])]);
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
        multiple
        className="visually-hidden"
        onChange={onChange}
        aria-label="Open a MovieLens zip or ratings file"
        aria-describedby="data-file"
      />
      <span className={styles.title}>{current ?? 'Open a MovieLens zip or ratings file'}</span>
      <span id="data-file" className={styles.purpose}>
        {current === null ? 'Pick it or drop it here' : 'Your file is loaded. Pick or drop another here'}: any MovieLens zip, or
        ratings of your own as CSV, TSV, JSON lines, Parquet or Excel, with their titles where there are any. It stays in this
        browser.
      </span>
    </label>
  );
}
