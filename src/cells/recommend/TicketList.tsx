import { useState } from 'react';
import type { Measure } from '../../core/measure.ts';
import { readableTitle, shortTitle } from '../../core/movie-title.ts';
import { Button } from '../../ui/Button.tsx';
import { formatQuantity, formatStars } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { InWords } from '../../ui/words.tsx';
import type { Recommendation, RecommendedMovie } from './contract.ts';
import styles from './Tickets.module.css';

const WhyMovie = later(async () => (await import('./why/WhyMovie.tsx')).WhyMovie);

interface TicketListProps {
  readonly movies: readonly RecommendedMovie[];
  readonly measure: Measure;
  /** What the score is called that they are ordered by; null where the tickets need not show it. */
  readonly score: string | null;
  /** What else there is to say of a movie. */
  readonly describe?: (movie: RecommendedMovie) => string;
  /** For whom a movie can be explained; nobody where absent. */
  readonly explainFor?: Recommendation | null;
}

/** Movies as tickets, best first. */
export function TicketList({ movies, measure, score, describe, explainFor = null }: TicketListProps) {
  const [open, setOpen] = useState<RecommendedMovie['movieId'] | null>(null);
  return (
    <ol className={styles.tickets} data-open={movies.some(({ movieId }) => movieId === open) || undefined}>
      {movies.map((movie, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a movie at another place is another ticket, so that none slides past others while a run goes
        <li key={`${place} ${movie.movieId}`} className={styles.item}>
          <Ticket
            movie={movie}
            measure={measure}
            scoreName={score}
            description={describe?.(movie)}
            isOpen={explainFor && movie.movieId === open}
            onToggle={() => setOpen(movie.movieId === open ? null : movie.movieId)}
          />
          {explainFor && movie.movieId === open && <WhyMovie movie={movie} result={explainFor} />}
        </li>
      ))}
    </ol>
  );
}

interface TicketProps {
  readonly movie: RecommendedMovie;
  readonly measure: Measure;
  readonly scoreName: string | null;
  readonly description: string | undefined;
  /** Whether it is explained; null where it cannot be. */
  readonly isOpen: boolean | null;
  readonly onToggle: () => void;
}

function Ticket({ movie, measure, scoreName, description, isOpen, onToggle }: TicketProps) {
  const { title, year, genres, ratings, score, predicted, within, meanStars, gave } = movie;
  const name = readableTitle(title);
  const short = shortTitle(name);
  return (
    <div className={styles.ticket}>
      <div className={styles.body}>
        <h4 className={styles.movie}>
          {short} {year !== null && <span className={styles.year}>{year}</span>}
        </h4>
        {genres.length > 0 && <p className={styles.genres}>{genres.join(', ')}</p>}
        <Muted>
          {formatQuantity(ratings, 'user')} rated it, {formatStars(meanStars)} on average
        </Muted>
        {short !== name && (
          <details className={styles.names}>
            <summary>All names</summary>
            {name}
          </details>
        )}
        {description && <p className={styles.genres}>{description}</p>}
        {gave && <p className={styles.gave}>{gaveWords(gave)}</p>}
      </div>
      <div className={styles.stub}>
        <span className={styles.stars}>{formatStars(predicted)}</span>
        <InWords>
          {within !== undefined && <span className={styles.score}>± {formatStars(within)}</span>}
          <span className={styles.unit}>{measure.prediction}</span>
          {scoreName !== null && (
            <span className={styles.score}>
              {scoreName} {formatStars(score)}
            </span>
          )}
        </InWords>
        {isOpen !== null && (
          <Button look="quiet" className={styles.why} aria-expanded={isOpen} aria-label={`Why ${name}?`} onClick={onToggle}>
            Why?
          </Button>
        )}
      </div>
    </div>
  );
}

const gaveWords = ({ stars, heldOut }: NonNullable<RecommendedMovie['gave']>): string =>
  heldOut ? `★ Not in training: the user gave it ${stars.toFixed(1)}` : `In training: the user gave it ${stars.toFixed(1)}`;
