import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { useSay } from './words.tsx';

/** What every control of a setting shows around itself. */
export interface FieldTexts {
  readonly label: string;
  /** One line: what it does. */
  readonly help: string;
  /** The default, as written on the page. */
  readonly defaultText: string;
  readonly changed: boolean;
}

interface FieldProps extends FieldTexts {
  /** Of the form control that the label belongs to; a group of controls (a fieldset) where absent. */
  readonly controlId?: string;
  readonly helpId: string;
  /** What stands at the end of the label's line. */
  readonly aside?: ReactNode;
  /** What was not taken as typed. */
  readonly note?: string | null;
  readonly children?: ReactNode;
}

/** Label, control, help and default of one setting. */
export function Field({ label, help, defaultText, changed, controlId, helpId, aside, note, children }: FieldProps) {
  const labelId = `${helpId}-label`;
  const say = useSay();
  const content = (
    <>
      <div className={styles.head}>
        {controlId === undefined ? (
          <span id={labelId} className={styles.label}>
            {say(label)}
          </span>
        ) : (
          <label className={styles.label} htmlFor={controlId}>
            {say(label)}
          </label>
        )}
        {aside}
      </div>
      {children}
      <p id={helpId} className={styles.help}>
        {say(help)}{' '}
        <span className={classes(styles.default, changed && styles.changed)}>
          {changed ? 'Changed; default' : 'Default'} {say(defaultText)}.
        </span>
        {note && <strong className={styles.note}>{note}</strong>}
      </p>
    </>
  );
  if (controlId !== undefined) return <div className={styles.field}>{content}</div>;
  return (
    <fieldset className={styles.field} aria-labelledby={labelId} aria-describedby={helpId}>
      {content}
    </fieldset>
  );
}
