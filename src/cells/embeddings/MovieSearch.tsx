import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useActions } from '../../state/hooks.ts';
import { formatQuantity } from '../../ui/format.ts';
import { useSay } from '../../ui/words.tsx';
import type { MovieName } from './contract.ts';
import styles from './MovieSearch.module.css';

interface MovieSearchProps {
  readonly label: string;
  readonly onChoose: (movie: MovieName) => void;
}

const SHOWN = 8;

/** Finds a movie by its title as one types: a combo box over the titles that fit. */
export function MovieSearch({ label, onChoose }: MovieSearchProps) {
  const id = useId();
  const say = useSay();
  const { text, found, ...search } = useTitleSearch();
  const [active, setActive] = useState(0);
  const isOpen = found !== null && found.length > 0;
  const choose = (movie: MovieName | undefined): void => {
    if (!movie) return;
    search.clear();
    setActive(0);
    onChoose(movie);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = found?.length ?? 0;
    if (event.key === 'Enter') void (found ? choose(found[active]) : search.first().then(choose));
    else if (event.key === 'Escape') search.close();
    else if (event.key === 'ArrowDown' && count > 0) setActive((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setActive((active + count - 1) % count);
    else return;
    event.preventDefault();
  };
  const onChange = (typed: string): void => {
    setActive(0);
    search.type(typed);
  };
  return (
    <div className={styles.search}>
      <label htmlFor={id} className={styles.label}>
        {say(label)}
      </label>
      <input
        id={id}
        className={styles.input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found?.[active] ? `${id}-${active}` : undefined}
        value={text}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={onKeyDown}
        onBlur={search.close}
      />
      <div id={`${id}-list`} role="listbox" aria-label={say('Movies found')} className={styles.list} hidden={!isOpen}>
        {found?.map((movie, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option that is active
          <div
            key={movie.movieId}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(movie)}
          >
            <span>
              {movie.title} <span className={styles.year}>{movie.year}</span>
            </span>
            <span className={styles.year}>{formatQuantity(movie.ratings, 'rating')}</span>
          </div>
        ))}
      </div>
      <p className={styles.status} role="status">
        {found?.length === 0 && say('No movie has such a title.')}
      </p>
    </div>
  );
}

/** What fits what is typed; of several answers that of the newest text counts. */
function useTitleSearch() {
  const { askEmbeddings } = useActions();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly MovieName[] | null>(null);
  const newest = useRef('');
  const type = async (typed: string): Promise<void> => {
    newest.current = typed;
    setText(typed);
    if (typed.trim() === '') return setFound(null);
    const movies = await askEmbeddings()
      .search({ text: typed, count: SHOWN })
      .catch(() => []);
    if (newest.current === typed) setFound(movies);
  };
  /** For those who are faster than the answer. */
  const first = async (): Promise<MovieName | undefined> => {
    const [movie] = await askEmbeddings()
      .search({ text, count: 1 })
      .catch(() => []);
    return movie;
  };
  const close = (): void => {
    newest.current = '';
    setFound(null);
  };
  return {
    text,
    found,
    type: (typed: string) => void type(typed),
    first,
    close,
    clear() {
      close();
      setText('');
    },
  };
}
