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
  if (anyFuture === 0) return [`Nothing leaks into the ${name} part: no rating in it is older than a training rating.`];
  if (ownFuture === 0) {
    return [
      `No user’s own future leaks into the ${name} part. But ${of(anyFuture)} are older than a training rating of another user, so the model knows later trends.`,
    ];
  }
  return [
    `The future leaks into the past: ${of(ownFuture)} are older than a training rating of the same user, ${formatPercent(anyFuture / ratings)} older than one of any user. Expect a larger error for future ratings.`,
  ];
}

function unseenWords(name: string, { users, movies, ratings, unseenUsers, unseenMovies, unseenRatings }: HeldOutReport): string {
  if (unseenRatings === 0) return `Every user and every movie of the ${name} part is in the training part too.`;
  return `Never seen in training: ${formatCount(unseenUsers)} of the ${formatQuantity(users, 'user')} and ${formatCount(unseenMovies)} of the ${formatQuantity(movies, 'movie')} of the ${name} part. For ${formatQuantity(unseenRatings, 'rating')} (${formatPercent(unseenRatings / ratings)}) the model has never seen the user, the movie, or both.`;
}

/** With fewer, chance moves their error by more than a twentieth. */
const FEW_HELD_OUT = 200;

/** The standard error of a root mean square is a share 1 / √(2n) of it, for errors that are about normal. */
const chanceWords = (ratings: number): string =>
  `${formatQuantity(ratings, 'rating')} in the validation part: with so few, chance alone changes an error by about ${formatPercent(1 / Math.sqrt(2 * ratings))}. Compare several seeds, or use more ratings.`;

const everythingWords = (ratings: number): string =>
  `All ${formatQuantity(ratings, 'rating')} are used for training. There is no validation part, so no figure says how good the model is. Find its settings with another split first.`;

const wholeWords = (users: number): string =>
  `${formatQuantity(users, 'user stays', 'users stay')} in training: with so few ratings, nothing would be left to learn from.`;
