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

test.each([
  ['all of them', 2 ** 20],
  ['a few of them', 3 * MOVIES],
  ['one of them', 1],
])('its NDCG is that of the whole evaluation, where it has all users, %s at a time', (_, pairsAtOnce) => {
  const { ratings, parts } = someRatings();
  const settings = { threshold: 4, minRatings: 2 };
  const sample = drawListSample(ratings, parts, settings, createRandom(1, 'sample'), pairsAtOnce);
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
  const judging = sample?.judge() ?? expect.fail();
  let next = judging.next();
  while (!next.done) {
    const { users, movies } = next.value;
    next = judging.next(Float32Array.from(users, (user, at) => scores[user * MOVIES + (movies[at] as number)] as number));
  }
  expect(next.value).toBeCloseTo(ndcgOf(scores), 12);
  const counts = Float32Array.from({ length: USERS * MOVIES }, (_, at) => task.counts[at % MOVIES] as number);
  expect(sample?.popular).toBeCloseTo(ndcgOf(counts), 12);
});

test('the mean over a sample lies near that over all users, and is right on average', () => {
  const [users, movies] = [1500, 60];
  const random = createRandom(9, 'likes');
  // Movies are the more popular, the lower their number.
  const trained = Array.from({ length: users }, (_, user) => [user, Math.floor(movies * random.next() ** 2)] as const);
  const held: (readonly [number, number])[] = [];
  for (let user = 0; user < users; user++)
    for (let movie = 0; movie < movies; movie++) if (random.next() < 0.15 / (1 + movie / 10)) held.push([user, movie]);
  const all = [...trained, ...held];
  const ratings = {
    count: all.length,
    users: Int32Array.from(all, ([user]) => user),
    movies: Int32Array.from(all, ([, movie]) => movie),
    stars: new Float32Array(all.length).fill(5),
    userIds: { size: users },
    movieIds: { size: movies },
  } as unknown as Ratings;
  const positions = Int32Array.from(all.keys());
  const parts = { train: positions.slice(0, trained.length), heldOut: positions.slice(trained.length) };
  const popularOf = (seed: number) =>
    drawListSample(ratings, parts, { threshold: 4, minRatings: 1 }, createRandom(seed, 'sample'))?.popular as number;
  const settings = { threshold: 4, minRatings: 1 };
  const task = createRankingTask(ratings, parts, settings);
  const lists = createListMeasure(
    task,
    Array.from({ length: movies }, () => new Int32Array()),
    10,
  );
  lists.add(
    task.users,
    Float32Array.from({ length: task.users.length * movies }, (_, at) => task.counts[at % movies] as number),
  );
  const whole = summariseLists(lists.scores(), task, 1).ndcg?.value as number;
  const found = Array.from({ length: 40 }, (_, seed) => popularOf(seed));
  const deviation = Math.sqrt(found.reduce((sum, value) => sum + (value - whole) ** 2, 0) / found.length);
  expect(found.reduce((sum, value) => sum + value, 0) / found.length).toBeCloseTo(whole, 2);
  const own = [...lists.scores().accuracy.ndcg];
  const ofOneUser = Math.sqrt(own.reduce((sum, value) => sum + (value - whole) ** 2, 0) / own.length);
  // Of 100 users, drawn without regard to what they like, it would be a tenth of that.
  expect(deviation).toBeLessThan(0.7 * (ofOneUser / 10));
});

test('the same seed draws the same users; without a relevant movie there is no sample', () => {
  const { ratings, parts } = someRatings();
  const draw = (threshold: number, heldOut = parts.heldOut) =>
    drawListSample(ratings, { ...parts, heldOut }, { threshold, minRatings: 1 }, createRandom(3, 'sample'));
  expect(draw(4)?.judge().next().value).toEqual(draw(4)?.judge().next().value);
  expect(draw(6)).toBeNull();
  expect(draw(4, new Int32Array())).toBeNull();
});
