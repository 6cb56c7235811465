import { ratedMovies } from '../src/core/preferences.ts';
import type { Ratings } from '../src/core/ratings.ts';
import type { Split } from '../src/core/split/parts.ts';
import type { Trainer } from '../src/engines/trainer.ts';

const PLACES = 10;
/** Of five; on another scale the same share of it. */
const RELEVANT = 0.75;
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
  const { users, movies, stars, scale, movieIds } = ratings;
  const known = ratedMovies(ratings, train);
  const isLearned = new Uint8Array(movieIds.size);
  for (const at of train) isLearned[movies[at] as number] = 1;
  const least = scale.min + RELEVANT * (scale.max - scale.min);
  const relevant = new Map<number, Set<number>>();
  for (const at of validation) {
    const [user, movie] = [users[at] as number, movies[at] as number];
    const isSeen = (known.offsets[user + 1] as number) > (known.offsets[user] as number);
    if ((stars[at] as number) < least || isLearned[movie] === 0 || !isSeen) continue;
    relevant.set(user, (relevant.get(user) ?? new Set()).add(movie));
  }
  const measured = Int32Array.from(relevant.keys());
  let sum = 0;
  for (let from = 0; from < measured.length; from += USERS_AT_ONCE) {
    const some = measured.slice(from, from + USERS_AT_ONCE);
    const scores = await score(some);
    some.forEach((user, i) => {
      const own = scores.subarray(i * movieIds.size, (i + 1) * movieIds.size);
      own.forEach((_, movie) => {
        if (isLearned[movie] === 0) own[movie] = Number.NEGATIVE_INFINITY;
      });
      for (let at = known.offsets[user] as number; at < (known.offsets[user + 1] as number); at++) {
        own[known.rows[at] as number] = Number.NEGATIVE_INFINITY;
      }
      sum += ndcg(topOf(own), relevant.get(user) as Set<number>);
    });
  }
  return sum / measured.length;
}

/** The places of the highest, highest first; of equal ones the first. */
function topOf(scores: Float32Array): readonly number[] {
  const top: number[] = [];
  for (let movie = 0; movie < scores.length; movie++) {
    const score = scores[movie] as number;
    if (top.length === PLACES && score <= (scores[top[PLACES - 1] as number] as number)) continue;
    let at = top.length;
    while (at > 0 && (scores[top[at - 1] as number] as number) < score) at--;
    top.splice(at, 0, movie);
    top.length = Math.min(top.length, PLACES);
  }
  return top;
}

function ndcg(top: readonly number[], relevant: ReadonlySet<number>): number {
  const gain = (place: number): number => 1 / Math.log2(place + 2);
  const found = top.reduce((sum, movie, place) => sum + (relevant.has(movie) ? gain(place) : 0), 0);
  const ideal = Array.from({ length: Math.min(PLACES, relevant.size) }, (_, place) => gain(place));
  return found / ideal.reduce((sum, each) => sum + each, 0);
}
