import type { Measure } from '../../core/measure.ts';
import { formatQuantity, formatStars } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { InWords } from '../../ui/words.tsx';
import type { Recommendation, RecommendedMovie } from './contract.ts';
import { FewMovies } from './FewMovies.tsx';
import styles from './Tickets.module.css';
import { WhyFirst } from './WhyFirst.tsx';

interface TicketsProps {
  readonly result: Recommendation;
  readonly measure: Measure;
  /** What else is to be known of the list. */
  readonly note: string | null;
  /** Which model recommends them; null where nothing is known of it. */
  readonly model: string | null;
  /** What the score is called that they are ordered by; null where the tickets need not show it. */
  readonly score: string | null;
  /** What the movies are ordered by; null where nothing is known of the model. */
  readonly order: string | null;
}

export function Tickets({ result, measure, note, model, order, score }: TicketsProps) {
  const { userId, userRatings, userMeanStars, movies } = result;
  return (
    <section className={styles.section} aria-labelledby="tickets-title">
      <h3 id="tickets-title" className={styles.title}>
        For user {userId}
      </h3>
      <InWords>
        <p className={styles.about}>
          who gave {formatQuantity(userRatings, 'rating')}, {formatStars(userMeanStars)} stars on average
        </p>
        <WhyFirst className={styles.about} />
        {model !== null && <p className={styles.about}>{model}</p>}
        {order !== null && <p className={styles.about}>{order}</p>}
        {note !== null && <p className={styles.about}>{note}</p>}
      </InWords>
      <ol className={styles.tickets}>
        {movies.map((movie, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a movie at another place is another ticket, so that none slides past others while a run goes
          <Ticket key={`${place} ${movie.movieId}`} movie={movie} measure={measure} scoreName={score} />
        ))}
      </ol>
      <FewMovies result={result} />
    </section>
  );
}

interface TicketProps {
  readonly movie: RecommendedMovie;
  readonly measure: Measure;
  readonly scoreName: string | null;
}

function Ticket({ movie, measure, scoreName }: TicketProps) {
  const { title, year, genres, ratings, score, predicted, meanStars } = movie;
  return (
    <li className={styles.ticket}>
      <div className={styles.body}>
        <h4 className={styles.movie}>
          {title} {year !== null && <span className={styles.year}>{year}</span>}
        </h4>
        {genres.length > 0 && <p className={styles.genres}>{genres.join(', ')}</p>}
        <Muted>
          {formatQuantity(ratings, 'user')} rated it, {formatStars(meanStars)} on average
        </Muted>
      </div>
      <p className={styles.stub}>
        <span className={styles.stars}>{formatStars(predicted)}</span>
        <InWords>
          <span className={styles.unit}>{measure.prediction}</span>
          {scoreName !== null && (
            <span className={styles.score}>
              {scoreName} {formatStars(score)}
            </span>
          )}
        </InWords>
      </p>
    </li>
  );
}
