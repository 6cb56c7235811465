import { useId } from 'react';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectUserData } from '../../state/selectors.ts';
import { Muted } from '../../ui/Muted.tsx';
import { LONGEST_TITLES } from './choices.ts';
import { DraftField } from './DraftField.tsx';
import styles from './ListFilters.module.css';
import { useAnswer } from './use-answer.ts';
import { yearsText } from './years-text.ts';

const selectChoices = ({ recommend }: NotebookState) => recommend.choices;

/** Genre, years and a list of titles. */
export function MovieFilterFields() {
  const { genre = '', years = '', titles = '' } = useNotebookState(selectChoices);
  const { chooseList, filterChoices } = useActions();
  const data = useNotebookState(selectUserData);
  const { answer } = useAnswer(filterChoices, data);
  const helpId = useId();
  const [from = '', to = ''] = years.split('-');
  const genres = answer?.genres ?? [];
  const [first, last] = answer?.years ?? ['', ''];
  return (
    <>
      <label className={styles.label}>
        Genre
        <select className={styles.control} value={genre} onChange={({ target }) => chooseList({ genre: target.value })}>
          <option value="">Any genre</option>
          {genre !== '' && !genres.includes(genre) && <option>{genre}</option>}
          {genres.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <div className={styles.years}>
        <DraftField
          label="From year"
          value={from}
          placeholder={String(first)}
          onCommit={(text) => chooseList({ years: yearsText(text, to) })}
        />
        <DraftField
          label="To year"
          value={to}
          placeholder={String(last)}
          onCommit={(text) => chooseList({ years: yearsText(from, text) })}
        />
      </div>
      <div className={styles.field}>
        <DraftField
          label="Only these movies"
          isLong
          value={titles}
          describedBy={helpId}
          onCommit={(text) => chooseList({ titles: text.trim().slice(0, LONGEST_TITLES) })}
        />
        <Muted as="span" id={helpId}>
          Type or paste titles, one per line, with or without the year. Empty: all movies.
        </Muted>
      </div>
    </>
  );
}
