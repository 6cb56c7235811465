import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Table } from '../../../ui/Table.tsx';
import { TableFrame } from '../../../ui/TableFrame.tsx';
import type { MatchedRow, Person } from './contract.ts';
import styles from './MatchTable.module.css';
import { inOrder, matchWords, movieWords, titleWords } from './words.ts';

type Picks = Person['picks'];

interface MatchTableProps {
  readonly rows: readonly MatchedRow[];
  /** The name of the data. */
  readonly of: string;
  readonly picks: Picks;
  readonly onPick: (picks: Picks) => void;
}

/** More at once take long to draw. */
const SHOWN = 200;

const COLUMNS = (of: string) => [
  { title: 'In the file' },
  { title: 'Rating', isNumber: true },
  { title: `In ${of}` },
  { title: 'How it matches', isSpare: true },
];

/** The rows of the file with their matches. Where several fit, one may be picked. */
export function MatchTable({ rows, of, picks, onPick }: MatchTableProps) {
  const [most, setMost] = useState(SHOWN);
  const ordered = inOrder(rows);
  return (
    <>
      <TableFrame label="Titles and their matches" className={styles.frame}>
        <Table
          caption="Titles and their matches"
          isCaptionHidden
          columns={COLUMNS(of)}
          rows={ordered.slice(0, most).map(([at, row]) => ({
            key: at,
            cells: [
              titleWords(row.title, row.years[0]),
              row.stars === row.rating ? row.rating : `${row.rating} → ${row.stars}`,
              <Movie key="movie" at={at} row={row} picks={picks} onPick={onPick} />,
              matchWords(row),
            ],
          }))}
        />
      </TableFrame>
      {ordered.length > most && (
        <p>
          <Button onClick={() => setMost(most * 5)}>Show more of the {ordered.length} rows</Button>
        </p>
      )}
    </>
  );
}

interface MovieProps extends Pick<MatchTableProps, 'picks' | 'onPick'> {
  readonly at: number;
  readonly row: MatchedRow;
}

function Movie(props: MovieProps) {
  const { kind, movies } = props.row;
  const [movie] = movies;
  if (kind === 'unclear') return <Candidates {...props} />;
  if (kind === 'repeated') return '–';
  if (movie === undefined) return 'not in the data';
  return kind === 'missing' ? `not there; only ${titleWords(movie.title, movie.year)}` : titleWords(movie.title, movie.year);
}

function Candidates({ at, row, picks, onPick }: MovieProps) {
  const { [at]: chosen, ...others } = picks;
  const isTaken = (movie: number): boolean => Object.values(others).includes(movie);
  return (
    <select
      className={styles.pick}
      aria-label={`The match of ${row.title}`}
      value={chosen ?? ''}
      onChange={({ target }) => onPick(target.value === '' ? others : { ...others, [at]: Number(target.value) })}
    >
      <option value="">{row.movies.length} fit: left out</option>
      {row.movies.map((movie) => (
        <option key={movie.movie} value={movie.movie} disabled={isTaken(movie.movie)}>
          {movieWords(movie)}
        </option>
      ))}
    </select>
  );
}
