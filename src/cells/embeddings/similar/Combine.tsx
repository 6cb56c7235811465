import { useState } from 'react';
import { useActions } from '../../../state/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { MovieName } from '../contract.ts';
import styles from '../Embeddings.module.css';
import { MovieLink } from '../MovieLink.tsx';
import { MovieSearch } from '../MovieSearch.tsx';
import { useAnswer } from '../use-answer.ts';

interface CombineProps {
  /** What the sum begins with. */
  readonly first: MovieName;
  readonly minRatings: number;
}

/** Adds and subtracts embeddings: A − B + C. */
export function Combine(props: CombineProps) {
  return (
    <Disclosure title="Add and subtract movies">
      <Sum {...props} />
    </Disclosure>
  );
}

function Sum({ first, minRatings }: CombineProps) {
  const { askEmbeddings } = useActions();
  const [minus, setMinus] = useState<MovieName | null>(null);
  const [plus, setPlus] = useState<MovieName | null>(null);
  const request = {
    plus: [first, ...(plus ? [plus] : [])].map(({ movieId }) => movieId),
    minus: minus ? [minus.movieId] : [],
    count: 5,
    minRatings,
  };
  const isSum = minus !== null || plus !== null;
  const { answer, error } = useAnswer(isSum ? JSON.stringify(request) : null, () => askEmbeddings().combine(request));
  return (
    <div className={styles.section}>
      <Muted>The closest movies by cosine to a sum of embeddings. Such sums often mean little, so read them with care.</Muted>
      <div className={styles.row}>
        <MovieSearch label="Subtract a movie" onChoose={setMinus} />
        <MovieSearch label="Add a movie" onChoose={setPlus} />
        {isSum && (
          <Button
            onClick={() => {
              setMinus(null);
              setPlus(null);
            }}
          >
            Clear
          </Button>
        )}
      </div>
      {isSum && (
        <p translate="no">
          {first.title}
          {minus && ` − ${minus.title}`}
          {plus && ` + ${plus.title}`}
        </p>
      )}
      {error && <Notice tone="failed" message={error.message} remedy={error.remedy} />}
      {isSum && answer && (
        <Table
          caption="Closest to the sum"
          columns={[{ title: 'Movie' }, { title: 'Ratings', isNumber: true }, { title: 'Cosine', isNumber: true }]}
          rows={answer.map((movie) => ({
            key: movie.movieId,
            cells: [<MovieLink key="movie" movie={movie} />, formatCount(movie.ratings), movie.value.toFixed(3)],
          }))}
          empty="No other movie has enough ratings."
        />
      )}
    </div>
  );
}
