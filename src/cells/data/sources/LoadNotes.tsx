import type { LoadNote, LoadNoteKind } from '../../../core/load-notes.ts';
import { formatQuantity } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';

interface LoadNotesProps {
  readonly notes: readonly LoadNote[];
}

/** One of them, and several. */
const WORDS: Readonly<Record<LoadNoteKind, readonly [string, string]>> = {
  'duplicate-ratings': ['duplicate rating', 'duplicate ratings'],
  'out-of-scale': ['rating off the scale', 'ratings off the scale'],
  'missing-titles': ['rated movie without a title', 'rated movies without a title'],
  'orphan-ratings': ['rating of a movie without a title', 'ratings of movies without a title'],
  'unrated-movies': ['movie that nobody rated', 'movies that nobody rated'],
  'duplicate-movies': ['movie listed twice', 'movies listed twice'],
  'missing-times': ['rating without a time', 'ratings without a time'],
  'unknown-users': ['user without a description', 'users without a description'],
};

/** What is odd about the data, how much of it there is, and the rule that was applied. */
export function LoadNotes({ notes }: LoadNotesProps) {
  if (notes.length === 0) return null;
  return (
    <Muted as="ul" aria-label="Oddities of this data">
      {notes.map(({ kind, count, rule }) => (
        <li key={kind}>
          <strong>{formatQuantity(count, ...WORDS[kind])}</strong>: {rule.charAt(0).toLowerCase() + rule.slice(1)}
        </li>
      ))}
    </Muted>
  );
}
