import { useEffect, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { later } from '../../../ui/later.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import keys from '../RunKeys.module.css';
import styles from './ProjectorButton.module.css';

const Projector = later(async () => (await import('./Projector.tsx')).Projector);

/** Opens projector mode, as Alt with P does; the same keys leave it. */
export function ProjectorButton() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // By its place on the keyboard: on a Mac, Alt makes another letter of it.
      if (event.code !== 'KeyP' || !event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
      event.preventDefault();
      // Nothing opens over another dialog, whose question waits for an answer.
      setOpen((was) => !was && document.querySelector('dialog[open]') === null);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div className={styles.line}>
      <Button look="quiet" onClick={() => setOpen(true)}>
        Projector mode
      </Button>
      <Muted className={keys.keys}>
        <kbd>Alt</kbd> + <kbd>P</kbd>
      </Muted>
      {isOpen && <Projector onClose={() => setOpen(false)} />}
    </div>
  );
}
