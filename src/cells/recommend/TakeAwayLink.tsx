import { Button } from '../../ui/Button.tsx';
import { Muted } from '../../ui/Muted.tsx';
import styles from './TakeAwayLink.module.css';

/** Leads to where the model and its lists are saved. */
export function TakeAwayLink() {
  const goThere = (): void => {
    const heading = document.getElementById('cell-take-away-title');
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  };
  return (
    <p className={styles.line}>
      <Button look="quiet" icon="down" onClick={goThere}>
        Take away
      </Button>
      <Muted as="span">Weights, lists of all users and a notebook, as files.</Muted>
    </p>
  );
}
