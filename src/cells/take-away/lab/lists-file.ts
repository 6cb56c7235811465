import { yieldToMessages } from '../../../core/clock.ts';
import { groupPositions } from '../../../core/grouping.ts';
import type { MovieIndex } from '../../../core/ids.ts';
import { readableTitle } from '../../../core/movie-title.ts';
import { topPositions } from '../../../core/ranking.ts';
import type { Model } from '../../../lab/model.ts';
import type { FileRequest } from '../contract.ts';
import { idColumn } from './id-column.ts';
import { tableFile } from './table-file.ts';
import type { Watch } from './watch.ts';

type Request = Extract<FileRequest, { item: 'lists' }>;

/** So many scores at once. */
const SCORES = 2 ** 21;

/** The best movies of every user among those that they have not rated, as the Recommend cell lists them. */
export async function listsFile(model: Model, { format, top, minRatings }: Request, watch: Watch): Promise<Blob> {
  const users: number[] = [];
  const ranks: number[] = [];
  const movies: number[] = [];
  const predicted: number[] = [];
  for await (const { user, best, stars } of listsOf(model, top, minRatings, watch)) {
    best.forEach((movie, place) => {
      users.push(user);
      ranks.push(place + 1);
      movies.push(movie);
      predicted.push(stars[movie] as number);
    });
  }
  const { userIds, movieIds, catalogue } = model.data.ratings;
  const columns = {
    user: idColumn(userIds, Int32Array.from(users)),
    rank: Int32Array.from(ranks),
    item: idColumn(movieIds, Int32Array.from(movies)),
    title: movies.map((movie) => titleOf(catalogue[movie as MovieIndex])),
    predicted: Float32Array.from(predicted),
  };
  return tableFile(columns, format);
}

const titleOf = (movie: Model['data']['ratings']['catalogue'][number] | undefined): string =>
  movie === undefined ? '' : `${readableTitle(movie.title)}${movie.year === null ? '' : ` (${movie.year})`}`;

interface UserList {
  readonly user: number;
  /** Best first. */
  readonly best: readonly number[];
  /** Of every movie, as they are shown. */
  readonly stars: Float32Array;
}

async function* listsOf(
  { data: { ratings, statistics }, predictor }: Model,
  top: number,
  minRatings: number,
  { report, signal }: Watch,
): AsyncGenerator<UserList> {
  const [userCount, movieCount] = [ratings.userIds.size, ratings.movieIds.size];
  const { offsets, order } = groupPositions(ratings.users, userCount);
  const tooFew = Uint8Array.from(statistics.counts, (count) => (count < minRatings ? 1 : 0));
  const atOnce = Math.max(1, Math.floor(SCORES / movieCount));
  for (let from = 0; from < userCount; from += atOnce) {
    await yieldToMessages();
    signal.throwIfAborted();
    report(from / userCount);
    const users = Int32Array.from({ length: Math.min(atOnce, userCount - from) }, (_, at) => from + at);
    const { stars, ranking } = await predictor.score(users);
    for (const [at, user] of users.entries()) {
      const excluded = tooFew.slice();
      for (const rated of order.subarray(offsets[user], offsets[user + 1])) excluded[ratings.movies[rated] as number] = 1;
      const ownRow = <A extends Float32Array>(all: A) => all.subarray(at * movieCount, (at + 1) * movieCount);
      yield { user, best: topPositions(ownRow(ranking), top, excluded), stars: ownRow(stars) };
    }
  }
}
