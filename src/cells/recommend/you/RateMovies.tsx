import { useId, useState } from 'react';
import { readableTitle } from '../../../core/movie-title.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { selectUserData } from '../../../state/selectors.ts';
import { formatQuantity } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { useAnswer } from '../use-answer.ts';
import type { FoundMovie, OwnMovie, Prompts } from './contract.ts';
import { StarsSelect } from './StarsSelect.tsx';
import styles from './You.module.css';

interface RateMoviesProps {
  readonly own: readonly OwnMovie[];
  /** What changes when the weights do. */
  readonly weights: string;
}

/** Movies to rate: those that are searched for, else those of which a rating tells most. */
export function RateMovies({ own, weights }: RateMoviesProps) {
  const { searchMovies, findPrompts } = useActions();
  const [typed, setTyped] = useState('');
  const helpId = useId();
  const isSearching = typed.trim() !== '';
  const found = useAnswer(() => searchMovies(typed), isSearching ? typed : null);
  const prompts = useAnswer(findPrompts, `${weights} ${own.length}`);
  const movies = isSearching ? found.answer : prompts.answer?.movies;
  const problem = isSearching ? found.problem : prompts.problem;
  return (
    <section className={styles.rate} aria-label="Rate movies">
      <label className={styles.label}>
        Search for a movie
        <input
          className={styles.search}
          type="search"
          autoComplete="off"
          value={typed}
          aria-describedby={helpId}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <Muted id={helpId} role="status">
        {problem ? `${problem.message} ${problem.remedy}` : helpWords(isSearching, movies, prompts.answer)}
      </Muted>
      <ul className={styles.movies}>
        {movies?.map((movie) => (
          <Movie key={movie.movieId} movie={movie} own={own} />
        ))}
      </ul>
    </section>
  );
}

function helpWords(isSearching: boolean, movies: readonly FoundMovie[] | null | undefined, prompts: Prompts | null): string {
  if (isSearching) return movies?.length === 0 ? 'No title fits. Type fewer letters.' : 'Best matches first.';
  return prompts?.by === 'ratings'
    ? 'Well-known movies on which opinions differ most, so that your rating says much.'
    : 'Well-known movies whose ratings tell the model most about you: their embeddings are long and point in different directions.';
}

interface MovieProps {
  readonly movie: FoundMovie;
  readonly own: readonly OwnMovie[];
}

function Movie({ movie, own }: MovieProps) {
  const { rateOwn } = useActions();
  const data = useNotebookState(selectUserData);
  const { movieId, title, year, ratings } = movie;
  const given = own.find((rated) => rated.movieId === movieId);
  const rate = (stars: number): void =>
    rateOwn([{ movieId, title, year, stars }, ...own.filter((rated) => rated.movieId !== movieId)]);
  return (
    <li className={styles.movie}>
      <span>
        {readableTitle(title)} {year !== null && <span className={styles.year}>{year}</span>}{' '}
        <Muted as="span">{formatQuantity(ratings, 'rating')}</Muted>
      </span>
      {data && (
        <StarsSelect
          label={`Your stars for ${readableTitle(title)}`}
          scale={data.scale}
          value={given?.stars ?? null}
          onChange={rate}
        />
      )}
    </li>
  );
}
