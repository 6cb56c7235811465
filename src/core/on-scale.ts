import { leaveOut } from './leave-out.ts';
import type { LoadNote } from './load-notes.ts';
import { findScale, type RatingScale, type Tally } from './rating-scale.ts';
import type { RatingColumns } from './ratings.ts';
import type { Sliced } from './slices.ts';

/** Ratings on one scale. */
interface OnScale {
  readonly columns: RatingColumns;
  readonly scale: RatingScale;
  readonly notes: readonly LoadNote[];
}

/** Leaves out the few ratings off the scale of all others; in the same arrays. */
export function* takeOnScale(columns: RatingColumns, tally?: Tally | null): Sliced<OnScale> {
  const { scale, isOn, off } = yield* findScale(columns.stars, tally);
  if (off === 0) return { columns, scale, notes: [] };
  const { kept, lines } = yield* leaveOut(columns, (at) => isOn(columns.stars[at] as number));
  const rule = `They are left out: all others lie on ${scale.min} – ${scale.max}.`;
  return { columns: kept, scale, notes: [{ kind: 'out-of-scale', count: off, rule, lines }] };
}
