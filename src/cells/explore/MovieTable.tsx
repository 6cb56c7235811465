import type { RankedMovie } from '../../core/explore/best-movies.ts';
import { formatCount, formatStars } from '../../ui/format.ts';
import styles from './BestMovies.module.css';

interface MovieTableProps {
  readonly title: string;
  readonly movies: readonly RankedMovie[];
  /** What stands there where there is none. */
  readonly empty: string;
  /** Whether the mean that was pulled is shown beside the plain one. */
  readonly shrunk?: boolean;
}

export function MovieTable({ title, movies, empty, shrunk = false }: MovieTableProps) {
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Movie</th>
          <th scope="col">Ratings</th>
          <th scope="col">Mean</th>
          {shrunk && <th scope="col">Pulled</th>}
        </tr>
      </thead>
      <tbody>
        {movies.length === 0 && (
          <tr>
            <td colSpan={shrunk ? 4 : 3} className={styles.empty}>
              {empty}
            </td>
          </tr>
        )}
        {movies.map((movie, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two movies may share title and year; a row is its rank
          <tr key={place}>
            <th scope="row">
              {movie.title} {movie.year !== null && <span className={styles.year}>{movie.year}</span>}
            </th>
            <td>{formatCount(movie.ratings)}</td>
            <td>{formatStars(movie.meanStars)}</td>
            {shrunk && <td>{formatStars(movie.shrunkStars)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
