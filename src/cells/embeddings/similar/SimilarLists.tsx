import { formatCount } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { SimilarityName, SimilarList } from '../contract.ts';
import styles from '../Embeddings.module.css';
import { MovieLink } from '../MovieLink.tsx';
import { differenceWords } from './difference-words.ts';

const TITLES: Readonly<Record<SimilarityName, string>> = {
  cosine: 'By cosine',
  dot: 'By dot product',
  ease: 'By the weights of EASE',
  neighbours: 'By the similarities of item neighbours',
};

const VALUES: Readonly<Record<SimilarityName, string>> = {
  cosine: 'Cosine',
  dot: 'Dot product',
  ease: 'Weight',
  neighbours: 'Similarity',
};

/** The lists side by side, and what their difference says. */
export function SimilarLists({ lists }: { readonly lists: readonly SimilarList[] }) {
  return (
    <>
      <div className={styles.lists}>
        {lists.map(({ by, movies }) => (
          <Table
            key={by}
            caption={TITLES[by]}
            columns={[{ title: 'Movie' }, { title: 'Ratings', isNumber: true }, { title: VALUES[by], isNumber: true }]}
            rows={movies.map((movie) => ({
              key: movie.movieId,
              cells: [<MovieLink key="movie" movie={movie} />, formatCount(movie.ratings), movie.value.toFixed(3)],
            }))}
            empty="No movie is similar to it."
            className={styles.table}
          />
        ))}
      </div>
      <Muted>{differenceWords(lists)}</Muted>
    </>
  );
}
