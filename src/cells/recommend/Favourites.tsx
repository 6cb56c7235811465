import { Fragment, type ReactNode } from 'react';
import type { Measure } from '../../core/measure.ts';
import { formatStars } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Recommendation } from './contract.ts';
import styles from './Favourites.module.css';

interface FavouritesProps {
  readonly result: Recommendation;
  readonly measure: Measure;
  /** Whether the run went by validation ratings, to end or to pick its best epoch. */
  readonly steered: boolean;
}

/** What the user rated highest, beside what the model makes of it. */
export function Favourites({ result: { userId, favourites }, measure, steered }: FavouritesProps) {
  const heldOut = favourites.some((movie) => movie.heldOut);
  const title = `What user ${userId} rated highest`;
  return (
    <section className={styles.section} aria-labelledby="favourites-title">
      <h3 id="favourites-title" className={styles.title}>
        {title}
      </h3>
      <Table
        caption={title}
        isCaptionHidden
        columns={[
          { title: 'Movie' },
          { title: 'Gave', isNumber: true },
          { title: measure.unit ? 'Predicted' : 'Score', isNumber: true },
        ]}
        rows={favourites.map((movie) => ({ key: movie.movieId, cells: cellsOf(movie) }))}
        className={styles.table}
      />
      <Muted>
        {heldOut
          ? `Not in training: the model did not learn from this rating${testWords(measure, steered)}`
          : 'The model learned from all of these ratings.'}
      </Muted>
    </section>
  );
}

const cellsOf = (movie: Recommendation['favourites'][number]): readonly ReactNode[] => [
  <Fragment key="movie">
    <span className={styles.movie}>{movie.title}</span>{' '}
    {movie.year !== null && <span className={styles.muted}>{movie.year}</span>}{' '}
    {movie.heldOut && <span className={styles.mark}>not in training</span>}
    <span className={styles.genres}>{movie.genres.join(', ')}</span>
  </Fragment>,
  movie.stars.toFixed(1),
  <span key="predicted" className={styles.muted}>
    {formatStars(movie.predicted)}
  </span>,
];

/** What a rating that the model did not learn from is good for. */
function testWords({ unit }: Measure, steered: boolean): string {
  if (unit === '') return '. A score is not in stars: compare it with the scores of other movies.';
  return steered ? ', but the run chose its best epoch by such ratings.' : ', so the prediction shows what it can do.';
}
