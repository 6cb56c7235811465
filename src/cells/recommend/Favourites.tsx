import type { Measure } from '../../core/measure.ts';
import { formatStars } from '../../ui/format.ts';
import type { Recommendation } from './contract.ts';
import styles from './Favourites.module.css';

interface FavouritesProps {
  readonly result: Recommendation;
  readonly measure: Measure;
  /** Whether the run went by held-out ratings, to end or to pick its best epoch. */
  readonly steered: boolean;
}

/** What the user rated highest, beside what the model makes of it. */
export function Favourites({ result: { userId, favourites }, measure, steered }: FavouritesProps) {
  const heldOut = favourites.some((movie) => movie.heldOut);
  return (
    <section className={styles.section} aria-labelledby="favourites-title">
      <h3 id="favourites-title" className={styles.title}>
        What user {userId} rated highest
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Movie</th>
            <th scope="col">Gave</th>
            <th scope="col">{measure.unit ? 'Predicted' : 'Score'}</th>
          </tr>
        </thead>
        <tbody>
          {favourites.map((movie) => (
            <tr key={movie.movieId}>
              <th scope="row">
                <span className={styles.movie}>{movie.title}</span>{' '}
                {movie.year !== null && <span className={styles.muted}>{movie.year}</span>}{' '}
                {movie.heldOut && <span className={styles.mark}>held out</span>}
                <span className={styles.genres}>{movie.genres.join(', ')}</span>
              </th>
              <td>{movie.stars.toFixed(1)}</td>
              <td className={styles.muted}>{formatStars(movie.predicted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {heldOut
          ? `Held out: the model never learned from this rating${testWords(measure, steered)}`
          : 'The model learned from all of these; ratings that were held out would be marked.'}
      </p>
    </section>
  );
}

/** What a held-out rating is good for. */
function testWords({ unit }: Measure, steered: boolean): string {
  if (unit === '') return '. A score is no number of stars: it ranks, so compare it with those of other movies.';
  return steered ? ', though the run picked its best epoch by such ratings.' : ', so its prediction is a real test.';
}
