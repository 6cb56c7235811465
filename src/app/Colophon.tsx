import { useNotebookState } from '../state/hooks.ts';
import { selectHasRatings } from '../state/selectors.ts';
import { later } from '../ui/later.tsx';
import styles from './Colophon.module.css';
import { CopyLink } from './CopyLink.tsx';
import { DataBadge } from './DataBadge.tsx';
import { EngineBadge } from './EngineBadge.tsx';
import { GlossaryButton } from './glossary/GlossaryButton.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

const OfflineControl = later(async () => (await import('./offline/OfflineControl.tsx')).OfflineControl);

/** What the page works with, and how it looks: the foot of the rail, or of the page where it is narrow. */
export function Colophon() {
  const hasRatings = useNotebookState(selectHasRatings);
  return (
    <footer className={styles.colophon}>
      <div className={styles.facts}>
        <DataBadge />
        <EngineBadge />
      </div>
      <div className={styles.tools}>
        <CopyLink />
        <GlossaryButton />
        <ThemeSwitch />
      </div>
      {/* Builds only: the development server has no service worker. */}
      {import.meta.env.PROD && hasRatings && <OfflineControl />}
    </footer>
  );
}
