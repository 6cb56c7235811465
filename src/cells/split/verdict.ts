import type { HeldOutReport } from '../../core/split/part-report.ts';
import type { SplitReport } from '../../core/split/report.ts';
import { formatCount, formatPercent, formatQuantity } from '../../ui/format.ts';

/** What a split does, in sentences; the worst news first. */
export function verdictOf(report: SplitReport): readonly string[] {
  const { train, validation, test, wholeUsers } = report;
  if (validation.ratings === 0) return [everythingWords(train.ratings)];
  return [
    ...leakWords('validation', validation),
    ...(test ? leakWords('test', test) : []),
    unseenWords('validation', validation),
    ...(test ? [unseenWords('test', test)] : []),
    ...(wholeUsers > 0 ? [wholeWords(wholeUsers)] : []),
    ...(validation.ratings < FEW_HELD_OUT ? [chanceWords(validation.ratings)] : []),
  ];
}

function leakWords(name: string, { leak, ratings }: HeldOutReport): readonly string[] {
  if (leak === null) return [];
  const of = (count: number) =>
    `${formatCount(count)} of the ${formatCount(ratings)} ${name} ratings (${formatPercent(count / ratings)})`;
  const { ownFuture, anyFuture } = leak;
  if (anyFuture === 0) return [`Nothing leaks into the ${name} part: no rating in it is older than one that is trained on.`];
  if (ownFuture === 0) {
    return [
      `Nobody’s own future leaks into the ${name} part. But ${of(anyFuture)} are older than something that others are trained on with, so the model knows what came into fashion later.`,
    ];
  }
  return [
    `The future leaks into the past: ${of(ownFuture)} are older than a rating of the same user that is trained on, ${formatPercent(anyFuture / ratings)} older than one of anybody. For ratings still to come, expect a larger error.`,
  ];
}

function unseenWords(name: string, { users, movies, ratings, unseenUsers, unseenMovies, unseenRatings }: HeldOutReport): string {
  if (unseenRatings === 0) return `Every user and every movie of the ${name} part is in the training part too.`;
  return `Never seen in training: ${formatCount(unseenUsers)} of the ${formatQuantity(users, 'user')} and ${formatCount(unseenMovies)} of the ${formatQuantity(movies, 'movie')} of the ${name} part. For ${formatQuantity(unseenRatings, 'rating')} (${formatPercent(unseenRatings / ratings)}) the model has only half of what it needs, or nothing.`;
}

/** With fewer, chance moves their error by more than a twentieth. */
const FEW_HELD_OUT = 200;

/** The standard error of a root mean square is a share 1 / √(2n) of it, for errors that are about normal. */
const chanceWords = (ratings: number): string =>
  `${formatQuantity(ratings, 'rating')} held out: chance alone moves an error on so few by some ${formatPercent(1 / Math.sqrt(2 * ratings))}. Compare models over several seeds, or hold out more.`;

const everythingWords = (ratings: number): string =>
  `All ${formatQuantity(ratings, 'rating')} train. Nothing is held out, so no figure tells how good the model is: find its settings with another split first.`;

const wholeWords = (users: number): string =>
  `${formatQuantity(users, 'user stays', 'users stay')} whole: with so few ratings, nothing would be left to learn from.`;
