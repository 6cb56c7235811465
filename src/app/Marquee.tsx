import { useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { selectMeasureInUse, selectTraining } from '../state/selectors.ts';
import { formatStars } from '../ui/format.ts';
import { useSay } from '../ui/words.tsx';
import styles from './Marquee.module.css';

const selectRecommend = ({ recommend }: NotebookState) => recommend;
const selectProblem = ({ recommend: { run } }: NotebookState) => (run.phase === 'failed' ? run.error.message : null);

/** What the movies are ordered by, where it is not what is shown of them. */
function selectOrder({ training: { inUse } }: NotebookState): string {
  if (inUse === null) return '';
  const { model, listWeight } = inUse.configuration;
  if (model === 'popular') return ', ordered by number of ratings';
  return model === 'ease' || (listWeight > 0 && listWeight < 1) ? ', in the order of the list score' : '';
}

const UNTIL_TRAINED = 'Press Train: five movies appear here.';
const NONE_LEFT = 'No movie is left to recommend.';
const UNTIL_FIRST_EPOCH = 'The first epoch is running…';

const BLANKS = [0, 1, 2, 3, 4];

/** The five movies in short, at the head of the page, as soon as there is a model and with every epoch after. */
export function Marquee() {
  const { result, userText } = useNotebookState(selectRecommend);
  const measure = useNotebookState(selectMeasureInUse);
  const order = useNotebookState(selectOrder);
  const problem = useNotebookState(selectProblem);
  const training = useNotebookState(selectTraining);
  const say = useSay();
  const found = result?.movies.length === 0 ? NONE_LEFT : `${measure.prediction}${order}`;
  const waiting = problem ?? (training ? UNTIL_FIRST_EPOCH : UNTIL_TRAINED);
  const user = result ? result.userId : userText.slice(0, 12) || '…';
  return (
    <aside className={styles.board} aria-label={say('The five movies at a glance')}>
      <p className={styles.head}>Top five for user {user}</p>
      <ol className={styles.rows}>
        {result
          ? result.movies.map(({ title, predicted }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place keeps its line; with the movie as key, lines would move
              <li key={place} className={styles.row}>
                <span className={styles.title}>{title}</span>
                <span className={styles.stars}>{formatStars(predicted)}</span>
              </li>
            ))
          : BLANKS.map((blank) => <li key={blank} className={styles.row} data-blank />)}
      </ol>
      <p className={styles.foot}>{say(result ? found : waiting)}</p>
    </aside>
  );
}
