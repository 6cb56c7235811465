import type { LabErrorData } from '../../../core/errors.ts';
import { formatQuantity } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { placeWords } from './place-words.ts';
import type { OwnPlace } from './use-own-place.ts';

interface OwnPlaceNoteProps {
  readonly own: OwnPlace | null;
  readonly problem: LabErrorData | null;
}

/** In words where the visitor lies on the map. */
export function OwnPlaceNote({ own, problem }: OwnPlaceNoteProps) {
  if (problem) return <Muted>{`${problem.message} ${problem.remedy}`}</Muted>;
  if (own === null) return null;
  return (
    <Muted role="status">
      <strong>You</strong>, from {formatQuantity(own.ratings, 'rating')} in Recommend: {placeWords(own.place)}. Nearest by cosine:{' '}
      <span translate="no">{own.nearest.map(({ title }) => title).join(', ')}</span>.
    </Muted>
  );
}
