import { type ReactNode, useId, useState } from 'react';
import styles from './Disclosure.module.css';
import { Icon } from './Icon.tsx';
import { useSay } from './words.tsx';

interface DisclosureProps {
  readonly title: string;
  /** What is worth knowing while it is closed. */
  readonly hint?: string | undefined;
  /** Mounted with the first opening, so that nothing is fetched for it before. */
  readonly children: ReactNode;
}

export function Disclosure({ title, hint, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const say = useSay();
  return (
    <div className={styles.disclosure}>
      <button type="button" className={styles.toggle} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name="chevron" className={styles.chevron} />
        {say(title)}
        {hint && <span className={styles.hint}>{say(hint)}</span>}
      </button>
      <div id={id} className={styles.content} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
