import { useState } from 'react';
import { readableTitle } from '../../../core/movie-title.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { selectUserData } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Recommendation } from '../contract.ts';
import { useAnswer } from '../use-answer.ts';
import type { OwnMovie, WhatIf, WhatIfRequest } from './contract.ts';
import { StarsSelect } from './StarsSelect.tsx';
import { moveWords, whatIfWords } from './what-if-words.ts';
import styles from './You.module.css';

type Changes = WhatIfRequest['changes'];

/** A user's ratings to change or leave out, and what becomes of the list. */
export function WhatIfRatings({ result }: { readonly result: Recommendation }) {
  const { whatIf } = useActions();
  const [changes, setChanges] = useState<Changes>([]);
  const [shown, setShown] = useState(8);
  const { answer, problem } = useAnswer(
    () => whatIf(result.userId, changes),
    `${result.runId} ${result.milliseconds} ${JSON.stringify(changes)}`,
  );
  if (problem) return <Notice tone="info" message={problem.message} remedy={problem.remedy} />;
  if (answer === null) return null;
  const change = (movieId: OwnMovie['movieId'], stars: number | null | undefined): void => {
    const others = changes.filter((other) => other.movieId !== movieId);
    setChanges(stars === undefined ? others : [...others, { movieId, stars }]);
  };
  return (
    <div className={styles.you}>
      <section className={styles.own} aria-label="Ratings to change">
        <ul className={styles.movies}>
          {answer.learned.slice(0, shown).map((rated) => (
            <LearnedMovie key={rated.movieId} rated={rated} changes={changes} onChange={change} />
          ))}
        </ul>
        <div className={styles.buttons}>
          {answer.learned.length > shown && (
            <Button onClick={() => setShown(answer.learned.length)}>Show all {answer.learned.length} ratings</Button>
          )}
          {changes.length > 0 && <Button onClick={() => setChanges([])}>As it was</Button>}
        </div>
      </section>
      <Moves answer={answer} hasChanged={changes.length > 0} />
    </div>
  );
}

interface LearnedMovieProps {
  readonly rated: OwnMovie;
  readonly changes: Changes;
  readonly onChange: (movieId: OwnMovie['movieId'], stars: number | null | undefined) => void;
}

function LearnedMovie({ rated: { movieId, title, stars }, changes, onChange }: LearnedMovieProps) {
  const data = useNotebookState(selectUserData);
  const instead = changes.find((other) => other.movieId === movieId);
  const isOut = instead?.stars === null;
  const name = readableTitle(title);
  return (
    <li className={styles.movie}>
      <span className={instead && styles.moved}>{name}</span>
      <span className={styles.given}>
        {data && !isOut && (
          <StarsSelect
            label={`Stars for ${name}`}
            scale={data.scale}
            value={instead?.stars ?? stars}
            onChange={(to) => onChange(movieId, to === stars ? undefined : to)}
          />
        )}
        <Button
          look="quiet"
          aria-label={`${isOut ? 'Put back' : 'Leave out'} ${name}`}
          onClick={() => onChange(movieId, isOut ? undefined : null)}
        >
          {isOut ? 'Put back' : 'Leave out'}
        </Button>
      </span>
    </li>
  );
}

function Moves({ answer, hasChanged }: { readonly answer: WhatIf; readonly hasChanged: boolean }) {
  const { before, after } = answer;
  const rows = Array.from({ length: Math.max(before.length, after.length) }, (_, place) => {
    const [was, is] = [before[place], after[place]];
    return {
      key: place,
      cells: [
        String(place + 1),
        was ? readableTitle(was.title) : '–',
        is ? readableTitle(is.title) : '–',
        is ? moveWords(before, is, place) : '',
      ],
    };
  });
  return (
    <section className={styles.list} aria-label="The list before and after">
      <Table
        caption="The list before and after"
        columns={[{ title: 'Place', isNumber: true }, { title: 'As it is' }, { title: 'With the changes' }, { title: 'Move' }]}
        rows={rows}
        empty="No movie passes the filters."
      />
      <Muted>{whatIfWords(answer, hasChanged)}</Muted>
    </section>
  );
}
