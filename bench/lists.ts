import { createListMeasure } from '../src/core/evaluate/measure-lists.ts';
import { createRankingTask } from '../src/core/evaluate/ranking-task.ts';
import { defaultThreshold } from '../src/core/evaluate/relevance.ts';
import type { Ratings } from '../src/core/ratings.ts';
import type { Split } from '../src/core/split/parts.ts';
import type { Trainer } from '../src/engines/trainer.ts';

const PLACES = 10;
const USERS_AT_ONCE = 64;

/**
 * NDCG@10 of who has a held-out rating of 4 stars or more: of all movies with a training rating, those that the user rated in training
 * left out. `score` as a trainer's.
 */
export async function measureList(
  { score }: Pick<Trainer, 'score'>,
  ratings: Ratings,
  { train, validation }: Split,
): Promise<number> {
  const settings = { threshold: defaultThreshold(ratings.scale), minRatings: 1 };
  const task = createRankingTask(ratings, { train, heldOut: validation }, settings);
  const none = new Int32Array();
  const measure = createListMeasure(
    task,
    Array.from({ length: ratings.movieIds.size }, () => none),
    PLACES,
  );
  for (let from = 0; from < task.users.length; from += USERS_AT_ONCE) {
    const some = task.users.slice(from, from + USERS_AT_ONCE);
    measure.add(some, await score(some));
  }
  const { ndcg } = measure.scores().accuracy;
  return ndcg.reduce((sum, value) => sum + value, 0) / ndcg.length;
}
