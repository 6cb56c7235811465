import { useNotebookState } from '../../state/hooks.ts';
import { selectRunHasSteps, selectTraining } from '../../state/selectors.ts';
import { Pending } from '../../ui/Reserved.tsx';
import { useSay } from '../../ui/words.tsx';
import { TrainButton } from '../TrainButton.tsx';
import styles from './NothingYet.module.css';
import { WhyFirst } from './WhyFirst.tsx';

const PLACES = [1, 2, 3, 4, 5];

/** Says what will be here and how to get it. */
export function NothingYet() {
  const training = useNotebookState(selectTraining);
  const hasSteps = useNotebookState(selectRunHasSteps);
  const say = useSay();
  return (
    <div className={styles.frame}>
      {training && <Pending />}
      <ol className={styles.places} aria-hidden="true">
        {PLACES.map((place) => (
          <li key={place} className={styles.place} />
        ))}
      </ol>
      <div className={styles.words}>
        <p>
          {say(
            training
              ? hasSteps
                ? 'Five movies appear after the first epoch, and change after every epoch.'
                : 'Five movies appear once the model is fitted.'
              : 'Five movies for this user appear here once a model is trained, next to those they rated highest.',
          )}
        </p>
        <WhyFirst />
        <TrainButton look="secondary" />
      </div>
    </div>
  );
}
