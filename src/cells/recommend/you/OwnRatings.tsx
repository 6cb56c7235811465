import { type ChangeEvent, useState } from 'react';
import { toErrorData } from '../../../core/errors.ts';
import { readableTitle } from '../../../core/movie-title.ts';
import type { RatingScale } from '../../../core/rating-scale.ts';
import { useActions } from '../../../state/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import type { OwnMovie } from './contract.ts';
import { joinOwn, ownFile, takenWords, writeOwn } from './own-file.ts';
import { StarsSelect } from './StarsSelect.tsx';
import styles from './You.module.css';

interface OwnRatingsProps {
  readonly own: readonly OwnMovie[];
  readonly scale: RatingScale;
}

/** What the visitor has rated, and the ways out and in. */
export function OwnRatings({ own, scale }: OwnRatingsProps) {
  const { rateOwn, matchPerson, moviesAt, addPeople } = useActions();
  const [words, setWords] = useState('');
  const attempt = async (work: () => Promise<string>): Promise<void> => {
    setWords('One moment…');
    try {
      setWords(await work());
    } catch (thrown) {
      const { message, remedy } = toErrorData(thrown);
      setWords(`${message} ${remedy}`);
    }
  };
  const open = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // So that the same file, mended, can be picked again.
    target.value = '';
    if (!file) return;
    void attempt(async () => {
      const matches = await matchPerson(file);
      const matched = matches.rows.flatMap(({ kind, movies }) => (kind === 'matched' && movies[0] ? [movies[0].movie] : []));
      rateOwn(joinOwn(own, matches, await moviesAt(matched)), 'Ratings taken from a file.');
      return takenWords(matches);
    });
  };
  const join = (): Promise<void> =>
    attempt(async () => {
      await addPeople([{ file: ownFile(own, scale), picks: {} }]);
      return 'Your ratings are in the data now, as a new user: train again to learn from them. After a reload of the page, add them again.';
    });
  return (
    <section className={styles.own} aria-label="Your ratings">
      <h3 className={styles.title}>Your ratings</h3>
      {own.length === 0 && <Muted>You have not rated anything yet. Your list appears with the first rating.</Muted>}
      <ul className={styles.movies}>
        {own.map((movie) => (
          <li key={movie.movieId} className={styles.movie}>
            <span>{readableTitle(movie.title)}</span>
            <span className={styles.given}>
              <StarsSelect
                label={`Your rating of ${readableTitle(movie.title)}`}
                scale={scale}
                value={movie.stars}
                onChange={(stars) => rateOwn(own.map((other) => (other === movie ? { ...movie, stars } : other)))}
              />
              <Button
                look="quiet"
                icon="cross"
                aria-label={`Remove ${readableTitle(movie.title)}`}
                onClick={() => rateOwn(own.filter((other) => other !== movie))}
              />
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <label className={styles.file}>
          <input type="file" accept=".csv,text/csv,.zip" className="visually-hidden" onChange={open} />
          Open a file of ratings
        </label>
        {own.length > 0 && (
          <>
            <Button icon="down" onClick={() => saveFile(writeOwn(own, scale), 'my-ratings.csv')}>
              Download as CSV
            </Button>
            <Button icon="plus" onClick={() => void join()}>
              Add to the data as a user
            </Button>
            <Button icon="cross" onClick={() => rateOwn([], 'Your ratings cleared.')}>
              Clear
            </Button>
          </>
        )}
      </div>
      <Muted role="status">
        {words === '' ? 'Your ratings stay in this browser and are never in the address. The file is that of Letterboxd.' : words}
      </Muted>
    </section>
  );
}
