import { formatCount } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { EmbeddingNumbers, RatedBias } from '../contract.ts';
import styles from '../Embeddings.module.css';
import { MovieLink } from '../MovieLink.tsx';

/** What is liked most and least, whoever rates. */
export function Biases({ biases }: Pick<EmbeddingNumbers, 'biases'>) {
  return (
    <section className={styles.section} aria-label="Liked regardless of taste">
      <h3 className={styles.heading}>Liked regardless of taste</h3>
      {biases === null ? (
        <Muted>This model has no biases of movies.</Muted>
      ) : (
        <>
          <Muted>The bias of a movie says how far above the mean all users together rate it.</Muted>
          <div className={styles.lists}>
            <BiasTable caption="Most liked" movies={biases.most} />
            <BiasTable caption="Least liked" movies={biases.least} />
          </div>
        </>
      )}
    </section>
  );
}

function BiasTable({ caption, movies }: { readonly caption: string; readonly movies: readonly RatedBias[] }) {
  return (
    <Table
      caption={caption}
      columns={[{ title: 'Movie' }, { title: 'Ratings', isNumber: true }, { title: 'Bias', isNumber: true }]}
      rows={movies.map((movie) => ({
        key: movie.movieId,
        cells: [<MovieLink key="movie" movie={movie} />, formatCount(movie.ratings), signed(movie.bias)],
      }))}
      className={styles.table}
    />
  );
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
