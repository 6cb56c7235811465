import styles from './Colophon.module.css';
import { CopyLink } from './CopyLink.tsx';
import { DataBadge } from './DataBadge.tsx';
import { EngineBadge } from './EngineBadge.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** What the page works with, and how it looks: the foot of the rail, or of the page where it is narrow. */
export function Colophon() {
  return (
    <footer className={styles.colophon}>
      <div className={styles.facts}>
        <DataBadge />
        <EngineBadge />
      </div>
      <div className={styles.tools}>
        <CopyLink />
        <ThemeSwitch />
      </div>
    </footer>
  );
}
