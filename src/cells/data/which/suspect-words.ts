import type { Cleaning } from '../../../core/clean/cleaning.ts';
import type { Suspect } from '../../../core/clean/findings.ts';
import { formatQuantity } from '../../../ui/format.ts';

interface SuspectWords {
  readonly message: string;
  readonly remedy: string;
  readonly button: string;
}

/** What was guessed of a value, how many ratings it concerns, and what the button does. */
export function suspectWords({ value, count, isLeftOut }: Suspect): SuspectWords {
  const written = String(value).replace('-', '−');
  const isOne = count === 1;
  const [ratings, what] = isOne ? ['rating', 'It is'] : ['ratings', 'They are'];
  return {
    message: `${formatQuantity(count, 'rating')} of ${written} ${isOne ? 'seems' : 'seem'} to mean “not rated”.`,
    remedy: isLeftOut ? `${what} left out.` : `${what} kept as ${isOne ? 'a rating' : 'ratings'} like all others.`,
    button: `${isLeftOut ? 'Keep' : 'Leave out'} the ${ratings} of ${written}`,
  };
}

/** The values that mean "not rated" once the ratings of one are kept, or left out, instead; the others stay as they are. */
export function notRatedAfter(
  { value, isLeftOut }: Suspect,
  suspects: readonly Suspect[],
  before: Cleaning['notRated'],
): readonly number[] {
  const values = before === 'guess' ? suspects.flatMap((each) => (each.isLeftOut ? [each.value] : [])) : before;
  const others = values.filter((each) => each !== value);
  return isLeftOut ? others : [...others, value].sort((a, b) => a - b);
}
