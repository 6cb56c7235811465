import type { Estimate } from '../../../core/evaluate/bootstrap.ts';
import { formatPercent } from '../../../ui/format.ts';
import type { LeakageRow, LeakageTable, SplitFigures } from './contract.ts';

/** What the difference between the splits means: a sentence or two. */
export function tableWords({ rows, k }: Pick<LeakageTable, 'rows' | 'k'>): string {
  const [random, cut] = [figuresIn(rows, 'random'), figuresIn(rows, 'time-cut')];
  if (random === null || cut === null)
    return 'To see what a random share leaks, compare it with a cut in time. One of the two is missing here.';
  const differences = [starWords(random, cut), listWords(random, cut, k)].filter((words) => words !== null);
  const lead = 'With a random share, the model sees ratings that are newer than those it is tested on.';
  return differences.length === 0 ? lead : `${lead} ${differences.join('; ')}. ${meaningOf(random, cut)}.`;
}

/** Whether the error is larger under the cut, or the lists are worse beside the most popular movies. */
function meaningOf(random: SplitFigures, cut: SplitFigures): string {
  const starsLose = isAbove(cut.rmse, random.rmse);
  const listsLose = isAbove(timesPopular(random), timesPopular(cut));
  if (!starsLose && !listsLose) return 'There are too few ratings to say whether anything is lost';
  const loser = starsLose && listsLose ? 'both' : starsLose ? 'the higher error' : 'the worse lists';
  return `A model in use does not know the future, so expect ${loser}`;
}

const figuresIn = (rows: readonly LeakageRow[], split: LeakageRow['split']): SplitFigures | null =>
  rows.find((row): row is Extract<LeakageRow, { problem: null }> => row.split === split && row.problem === null) ?? null;

function starWords({ rmse: before }: SplitFigures, { rmse: after }: SplitFigures): string | null {
  if (before === null || after === null) return null;
  return `Under a cut in time the error is ${after.value.toFixed(3)} stars instead of ${before.value.toFixed(3)}`;
}

function listWords(random: SplitFigures, cut: SplitFigures, k: number): string | null {
  const [before, after] = [timesPopular(random), timesPopular(cut)];
  if (before === null || after === null) return null;
  const start = random.rmse === null ? 'Under a cut in time NDCG' : 'NDCG';
  const [now, then] = [after, before].map(({ value }) => value.toFixed(2));
  if (now === then) return `${start}@${k} is ${now} times that of the most popular movies, as under a random share`;
  const differs = isAbove(before, after) || isAbove(after, before);
  return `${start}@${k} is ${now} times that of the most popular movies instead of ${then} times${differs ? '' : ', which may be chance'}`;
}

/** NDCG as a multiple of that of the most popular movies on the same split; null where either is missing. */
export function timesPopular({ ndcg, popular, isOrdered }: SplitFigures): Estimate | null {
  if (!isOrdered || ndcg === null || popular === null || popular.value === 0) return null;
  const times = (value: number | null): number | null => (value === null ? null : value / popular.value);
  return { value: ndcg.value / popular.value, low: times(ndcg.low), high: times(ndcg.high) };
}

/**
 * Whether the 95 % interval of a − b lies above 0, from the intervals of two estimates on different ratings (Zou and Donner 2008, "Construction of
 * Confidence Limits about Effect Measures").
 */
function isAbove(a: Estimate | null, b: Estimate | null): boolean {
  if (a === null || b === null || a.low === null || b.high === null) return false;
  return a.value - b.value > Math.hypot(a.value - a.low, b.high - b.value);
}

/** What a split lets the model know, and why a figure is missing. */
export function rowWords(row: LeakageRow, threshold: number): string {
  if (row.problem !== null) return `${row.problem.message} ${row.problem.remedy}`;
  return [knownWords(row), missingWords(row, threshold)].filter((words) => words !== null).join(' ');
}

function knownWords({ leak, heldOut, unseenRatings }: SplitFigures): string {
  if (leak === null) return 'Without times, nobody can say which validation ratings are older than training ratings.';
  const of = (count: number): string => `${formatPercent(count / heldOut)} of the validation ratings`;
  if (leak.ownFuture > 0)
    return `The model knows the future: ${of(leak.ownFuture)} are older than a training rating of the same user.`;
  if (leak.anyFuture > 0)
    return `The model does not know a user’s own future, but ${of(leak.anyFuture)} are older than a training rating of another user.`;
  return `The model knows nothing of the future${unseenRatings > 0 ? `: for ${of(unseenRatings)}, the user or the movie is new to it` : ''}.`;
}

function missingWords({ ndcg, isOrdered }: SplitFigures, threshold: number): string | null {
  if (ndcg === null)
    return `No list can be measured: no validation rating has ${threshold} stars or more and a user and a movie of the training part.`;
  return isOrdered ? null : 'There is no list: the model gives every movie the same score.';
}
