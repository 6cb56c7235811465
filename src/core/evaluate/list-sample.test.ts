import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import type { Ratings } from '../ratings.ts';
import { drawListSample } from './list-sample.ts';
import { createListMeasure } from './measure-lists.ts';
import { createRankingTask } from './ranking-task.ts';
import { summariseLists } from './summarise-lists.ts';

const USERS = 8;
const MOVIES = 30;

/** Everybody has rated every movie; some ratings train, and some are held out. */
function someRatings() {
  const random = createRandom(5, 'ratings');
  const count = USERS * MOVIES;
  const ratings = {
    count,
    users: Int32Array.from({ length: count }, (_, at) => at % USERS),
    movies: Int32Array.from({ length: count }, (_, at) => Math.floor(at / USERS)),
    stars: Float32Array.from({ length: count }, () => 1 + Math.floor(random.next() * 5)),
    userIds: { size: USERS },
    movieIds: { size: MOVIES },
  } as unknown as Ratings;
  const part = Array.from({ length: count }, () => random.next());
  const positions = Int32Array.from(part.keys());
  return {
    ratings,
    parts: {
      train: positions.filter((at) => (part[at] as number) < 0.3),
      heldOut: positions.filter((at) => (part[at] as number) > 0.5),
    },
  };
}

test('its NDCG is that of the whole evaluation, where it has all users', () => {
  const { ratings, parts } = someRatings();
  const settings = { threshold: 4, minRatings: 2 };
  const sample = drawListSample(ratings, parts, settings, createRandom(1, 'sample'));
  const task = createRankingTask(ratings, parts, settings);
  expect(sample?.size).toBe(USERS);
  const random = createRandom(2, 'scores');
  const scores = Float32Array.from({ length: USERS * MOVIES }, () => random.next());
  const noGenres = Array.from({ length: MOVIES }, () => new Int32Array());
  const ndcgOf = (all: Float32Array): number => {
    const lists = createListMeasure(task, noGenres, 10);
    lists.add(task.users, all);
    return summariseLists(lists.scores(), task, 1).ndcg?.value as number;
  };
  const ofPairs = sample?.users.length ?? 0;
  const pairs = Float32Array.from({ length: ofPairs }, (_, at) => {
    const [user, movie] = [sample?.users[at] as number, sample?.movies[at] as number];
    return scores[user * MOVIES + movie] as number;
  });
  expect(sample?.ndcg(pairs)).toBeCloseTo(ndcgOf(scores), 12);
  const counts = Float32Array.from({ length: USERS * MOVIES }, (_, at) => task.counts[at % MOVIES] as number);
  expect(sample?.popular).toBeCloseTo(ndcgOf(counts), 12);
});

test('the same seed draws the same users; without a relevant movie there is no sample', () => {
  const { ratings, parts } = someRatings();
  const draw = (threshold: number, heldOut = parts.heldOut) =>
    drawListSample(ratings, { ...parts, heldOut }, { threshold, minRatings: 1 }, createRandom(3, 'sample'));
  expect(draw(4)?.users).toEqual(draw(4)?.users);
  expect(draw(6)).toBeNull();
  expect(draw(4, new Int32Array())).toBeNull();
});
