import { formatQuantity } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import type { PointCard, PointsOf } from '../contract.ts';
import { MovieLink } from '../MovieLink.tsx';
import styles from './Map.module.css';

interface ChosenPointProps {
  readonly card: PointCard | null;
  readonly of: PointsOf;
}

/** What the point under the pointer, or the chosen one, stands for. */
export function ChosenPoint({ card, of }: ChosenPointProps) {
  if (card === null) {
    return (
      <div className={styles.card}>
        <Muted>
          Point at a {of === 'movies' ? 'movie' : 'user'} to see its neighbours, click to keep it. Drag to move. Turn the wheel
          with Ctrl, or pinch, to zoom. Hold Shift and drag to select.
        </Muted>
      </div>
    );
  }
  const { movieId, title, year, genres, ratings, neighbours } = card;
  return (
    <div className={styles.card} role="status">
      <p>
        {movieId === null ? <strong translate="no">{title}</strong> : <MovieLink movie={{ movieId, title, year }} />}{' '}
        <Muted as="span">{[formatQuantity(ratings, 'rating'), ...genres].join(' · ')}</Muted>
      </p>
      <Muted>Nearest by cosine, in all dimensions. On the map they have dashed rings:</Muted>
      <ol className={styles.neighbours}>
        {neighbours.map((neighbour) => (
          <li key={neighbour.point}>
            <span translate="no">{neighbour.title}</span> <Muted as="span">{neighbour.value.toFixed(2)}</Muted>
          </li>
        ))}
      </ol>
    </div>
  );
}
