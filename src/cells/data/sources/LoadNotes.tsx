import type { LoadNote, LoadNoteKind } from '../../../core/load-notes.ts';
import { formatQuantity } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { InWords } from '../../../ui/words.tsx';

interface LoadNotesProps {
  readonly notes: readonly LoadNote[];
}

/** One of them, and several; null where nothing is counted. */
const WORDS: Readonly<Record<LoadNoteKind, readonly [string, string] | null>> = {
  'duplicate-ratings': ['duplicate rating', 'duplicate ratings'],
  'out-of-scale': ['rating outside the scale', 'ratings outside the scale'],
  'not-rated': ['rating that means “not rated”', 'ratings that mean “not rated”'],
  'out-of-range': ['rating outside the chosen range', 'ratings outside the chosen range'],
  'outside-core': ['rating of a user or item with too few ratings', 'ratings of users or items with too few ratings'],
  'missing-titles': ['rated movie without a title', 'rated movies without a title'],
  'orphan-ratings': ['rating of a movie without a title', 'ratings of movies without a title'],
  'unrated-movies': ['movie that nobody rated', 'movies that nobody rated'],
  'duplicate-movies': ['movie listed twice', 'movies listed twice'],
  'missing-times': ['rating without a time', 'ratings without a time'],
  'unknown-users': ['user without a description', 'users without a description'],
  'incomplete-rows': ['row without a user, a movie or a rating', 'rows without a user, a movie or a rating'],
  'faulty-rows': ['row that cannot be read', 'rows that cannot be read'],
  'faulty-titles': ['line of titles that cannot be read', 'lines of titles that cannot be read'],
  'unread-files': ['file beside the ratings that cannot be read', 'files beside the ratings that cannot be read'],
  'way-of-reading': null,
};

/** What is odd about the data, how much of it there is, and the rule that was applied. */
export function LoadNotes({ notes }: LoadNotesProps) {
  if (notes.length === 0) return null;
  return (
    <Muted as="ul" aria-label="Notes on this data">
      {notes.map((note) => (
        <Note key={`${note.kind} ${note.rule}`} {...note} />
      ))}
    </Muted>
  );
}

function Note({ kind, count, rule, lines = [] }: LoadNote) {
  const words = WORDS[kind];
  if (words === null) return <li>{rule}</li>;
  return (
    <li>
      <InWords>
        <strong>{formatQuantity(count, ...words)}</strong>: {rule.charAt(0).toLowerCase() + rule.slice(1)}
      </InWords>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </li>
  );
}
