import { type KeyboardEvent, useId, useState } from 'react';
import { useSay } from '../../../ui/words.tsx';
import type { Inspection, InspectionRequest } from './contract.ts';
import styles from './FollowRating.module.css';

interface WatchedPairProps {
  readonly inspection: Inspection;
  readonly watch: (request: InspectionRequest) => void;
}

const BATCHES = { next: ' · in the next batch', last: ' · in the last batch' } as const;

/** The fields that choose the user and the movie whose rating is followed. */
export function WatchedPair({ inspection: { rating, offered }, watch }: WatchedPairProps) {
  const id = useId();
  const say = useSay();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    const text = draft?.trim();
    setDraft(null);
    if (!text || text === String(rating.userId)) return;
    watch({ userId: typeof rating.userId === 'number' && /^\d+$/.test(text) ? Number(text) : text, movieId: null });
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Enter') commit();
    if (key === 'Escape') setDraft(null);
  };
  return (
    <div className={styles.pair}>
      <label htmlFor={`${id}-user`}>Watched user</label>
      <label htmlFor={`${id}-movie`}>Rating</label>
      <input
        id={`${id}-user`}
        className={styles.field}
        type="text"
        autoComplete="off"
        value={draft ?? String(rating.userId)}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={onKeyDown}
        onBlur={commit}
      />
      <select
        id={`${id}-movie`}
        className={styles.field}
        value={String(rating.movieId)}
        onChange={({ target }) => {
          const movieId = offered[target.selectedIndex]?.movieId;
          if (movieId !== undefined) watch({ userId: rating.userId, movieId });
        }}
      >
        {offered.map(({ movieId, title, stars, heldOut, batch }) => (
          <option key={movieId} value={String(movieId)}>
            {`${title} · ${say(`${stars} stars`)}${heldOut ? ' · not in training' : ''}${batch ? BATCHES[batch] : ''}`}
          </option>
        ))}
      </select>
    </div>
  );
}
