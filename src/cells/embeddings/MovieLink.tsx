import { useActions } from '../../state/hooks.ts';
import type { MovieName } from './contract.ts';
import styles from './Embeddings.module.css';

/** A title that shows what is similar to its movie. */
export function MovieLink({
  movie: { movieId, title, year },
}: {
  readonly movie: Pick<MovieName, 'movieId' | 'title' | 'year'>;
}) {
  const { chooseInEmbeddings } = useActions();
  return (
    <>
      <button type="button" className={styles.link} onClick={() => chooseInEmbeddings({ view: 'similar', movieId })}>
        {title}
      </button>{' '}
      {year !== null && <span className={styles.year}>{year}</span>}
    </>
  );
}
