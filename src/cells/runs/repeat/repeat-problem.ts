import type { RepeatKind } from '../../../core/repeats/groups.ts';

/** More than these take long and narrow the interval little. */
export const MOST_REPEATS = 20;

/** Why a configuration cannot be repeated so, in one sentence; null where it can. `count` is what was typed. */
export function repeatProblem(kind: RepeatKind, count: number, ratings: number, holdsOut: boolean): string | null {
  if (!Number.isInteger(count)) return 'Type a whole number.';
  if (count < 2) return `One ${kind === 'seeds' ? 'seed' : 'fold'} has no interval: two are the least, five are better.`;
  if (count > MOST_REPEATS) return `${MOST_REPEATS} are the most.`;
  if (kind === 'folds') return count > ratings ? `There are only ${ratings} ratings for ${count} folds.` : null;
  return holdsOut ? null : 'Nothing is held out, so seeds have no figure to compare. Choose folds, or another split.';
}
