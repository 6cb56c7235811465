import { Fragment, type ReactNode } from 'react';
import type { RankedMovie } from '../../core/explore/best-movies.ts';
import { formatCount, formatStars } from '../../ui/format.ts';
import { Table } from '../../ui/Table.tsx';
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
  const columns = [
    { title: 'Movie' },
    { title: 'Ratings', isNumber: true },
    { title: 'Mean', isNumber: true },
    ...(shrunk ? [{ title: 'Pulled', isNumber: true }] : []),
  ];
  return (
    <Table
      caption={title}
      columns={columns}
      rows={movies.map((movie, rank) => ({ key: rank, cells: cellsOf(movie, shrunk) }))}
      empty={empty}
      className={styles.table}
    />
  );
}

const cellsOf = ({ title, year, ratings, meanStars, shrunkStars }: RankedMovie, shrunk: boolean): readonly ReactNode[] => [
  <Fragment key="movie">
    {title} {year !== null && <span className={styles.year}>{year}</span>}
  </Fragment>,
  formatCount(ratings),
  formatStars(meanStars),
  ...(shrunk ? [formatStars(shrunkStars)] : []),
];
