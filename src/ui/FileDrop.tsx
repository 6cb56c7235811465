import { type ChangeEvent, type DragEvent, useId, useState } from 'react';
import { classes } from './classes.ts';
import styles from './FileDrop.module.css';

interface FileDropProps {
  /** The name of the control. */
  readonly label: string;
  /** What stands there; the name where absent. */
  readonly title?: string;
  readonly purpose: string;
  /** Whether such a file is what is in use. */
  readonly isCurrent?: boolean;
  readonly disabled: boolean;
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly className?: string | undefined;
  /** At least one file; `entries` tell folders from files, of what was dropped alone. */
  readonly onFiles: (files: readonly File[], entries: readonly FileSystemEntry[]) => void;
}

/** A place to drop files on, which is also a button that picks them. */
export function FileDrop({ label, title, purpose, isCurrent, disabled, accept, multiple, className, onFiles }: FileDropProps) {
  const [over, setOver] = useState(false);
  const purposeId = useId();
  const take = (files: FileList | null, entries: readonly FileSystemEntry[]): void => {
    if (files && files.length > 0 && !disabled) onFiles([...files], entries);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    // What was dropped is told during the event alone.
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
    take(event.dataTransfer.files, entries);
  };
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    take(target.files, []);
    // So that the same file, mended, can be picked again.
    target.value = '';
  };
  return (
    <label
      className={classes(styles.drop, className)}
      data-current={isCurrent || undefined}
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
        {...{ accept, multiple, onChange }}
        aria-label={label}
        aria-describedby={purposeId}
      />
      <span className={styles.title}>{title ?? label}</span>
      <span id={purposeId} className={styles.purpose}>
        {purpose}
      </span>
    </label>
  );
}
