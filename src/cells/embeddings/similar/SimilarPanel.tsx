import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectConfiguration } from '../../../state/selectors.ts';
import { formatCount, formatQuantity } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from '../Embeddings.module.css';
import { MovieSearch } from '../MovieSearch.tsx';
import { selectEmbeddings, selectModelKey } from '../selectors.ts';
import { useAnswer } from '../use-answer.ts';
import { Combine } from './Combine.tsx';
import { MovieVector } from './MovieVector.tsx';
import { SimilarLists } from './SimilarLists.tsx';

const SHOWN = 10;

const selectMinRatings = (state: NotebookState): number => selectConfiguration(state).minRatings;

/** What is most similar to a movie. */
export function SimilarPanel() {
  const { movieId } = useNotebookState(selectEmbeddings);
  const model = useNotebookState(selectModelKey);
  const minRatings = useNotebookState(selectMinRatings);
  const { askEmbeddings, chooseInEmbeddings } = useActions();
  const { answer, error } = useAnswer(`${model} ${movieId} ${minRatings}`, () =>
    askEmbeddings().similar({ movieId, count: SHOWN, minRatings }),
  );
  return (
    <div className={styles.view}>
      <MovieSearch label="Find a movie" onChoose={({ movieId: chosen }) => chooseInEmbeddings({ movieId: chosen })} />
      {error && <Notice tone="failed" message={error.message} remedy={error.remedy} />}
      {answer?.isUnknown && (
        <Notice
          tone="info"
          message="The movie of the address is not in this data."
          remedy="The one with the most ratings is shown."
        />
      )}
      {answer && (
        <>
          <h3 className={styles.heading}>
            <span translate="no">{answer.movie.title}</span>{' '}
            {answer.movie.year !== null && <span className={styles.year}>{answer.movie.year}</span>}
          </h3>
          <Muted>
            {[
              formatQuantity(answer.movie.ratings, 'rating'),
              ...answer.movie.genres,
              ...(answer.length === null ? [] : [`length of its embedding ${answer.length.toFixed(2)}`]),
            ].join(' · ')}
          </Muted>
          {answer.vector && <MovieVector vector={answer.vector} />}
          <SimilarLists lists={answer.lists} />
          <Muted>
            {minRatings > 1
              ? `Movies with fewer than ${formatCount(minRatings)} ratings are left out, as in the Recommend cell.`
              : 'All movies are compared.'}
          </Muted>
          {answer.length !== null && <Combine key={model} first={answer.movie} minRatings={minRatings} />}
        </>
      )}
    </div>
  );
}
