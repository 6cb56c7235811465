import type { LoadNote } from '../load-notes.ts';
import { countOf, type Tally, TOPS } from '../rating-scale.ts';

/** Of so many ratings one may be far from the others. */
const FEW = 20;
/** A scale of stars has so many different values at least. */
const LEAST_VALUES = 3;
/** A value that is larger than the top of the scale by this factor lies far from it. */
const FAR = 3;
const NAMED = 4;

/**
 * Says that some ratings lie far from a scale on which at least 19 of 20 are: they may be mistakes, and widen the scale. None where there are no
 * such ratings. `tally`: of ratings that are no counts.
 */
export function noteFarValues(tally: Tally): readonly LoadNote[] {
  const total = countOf(tally);
  for (const top of TOPS) {
    const isInside = ([value]: Tally[number]): boolean => value >= 0 && value <= top;
    const inside = tally.filter(isInside);
    const outside = tally.filter((entry) => !isInside(entry));
    const isFar = outside.some(([value]) => value < 0 || value >= FAR * top);
    if (!isFar || inside.length < LEAST_VALUES || countOf(outside) * FEW > total) continue;
    const count = countOf(outside);
    const [first, last] = [inside[0]?.[0], inside.at(-1)?.[0]];
    const which = `${outside
      .slice(0, NAMED)
      .map(([value]) => value)
      .join(', ')}${outside.length > NAMED ? ', …' : ''}`;
    const rule = `${count} of ${total} ratings ${count === 1 ? 'is' : 'are'} far from the others, which lie on ${first} – ${last}: ${which}. ${count === 1 ? 'It counts. If it is a mistake, leave it' : 'They count. If they are mistakes, leave them'} out under “Which ratings count”.`;
    return [{ kind: 'way-of-reading', count: 0, rule }];
  }
  return [];
}
