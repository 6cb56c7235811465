import type { Measure } from '../../core/measure.ts';
import { formatQuantity, formatStars } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import type { Recommendation } from './contract.ts';
import { FewMovies } from './FewMovies.tsx';
import { hasIntervals } from './order-note.ts';
import { TicketList } from './TicketList.tsx';
import styles from './Tickets.module.css';
import { Unmatched } from './Unmatched.tsx';
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
  /** Whether the model has parts to explain a movie by. */
  readonly canExplain: boolean;
}

export function Tickets({ result, measure, note, model, order, score, canExplain }: TicketsProps) {
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
        {hasIntervals(result) && <p className={styles.about}>Half of all ratings are expected within the ± of a prediction.</p>}
        {note !== null && <p className={styles.about}>{note}</p>}
      </InWords>
      <TicketList movies={movies} measure={measure} score={score} explainFor={canExplain ? result : null} />
      <FewMovies result={result} />
      <Unmatched titles={result.unmatched} />
    </section>
  );
}
