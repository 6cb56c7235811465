import { LabError } from '../../../../core/errors.ts';
import { findUser } from '../../../../core/find-user.ts';
import type { RawId } from '../../../../core/ids.ts';
import { ranksByStars } from '../../../../core/ranks-by-stars.ts';
import { combineScores, standardiseRows } from '../../../../core/together.ts';
import { positionsOf } from '../../../../core/user-positions.ts';
import type { Model } from '../../../../lab/model.ts';
import { chooseMovies, type OwnRating } from '../../lab/choose-movies.ts';
import { ownAt } from '../../lab/recommendation.ts';
import type { GroupList, GroupMovie, GroupRequest } from '../contract.ts';

const MOST_USERS = 12;

/** Somebody of a group. */
interface Member {
  readonly userId: RawId;
  readonly own: readonly OwnRating[];
}

/** Whoever is named twice counts once. */
export async function groupList(model: Model, { userIds, together, request }: GroupRequest): Promise<GroupList> {
  const start = performance.now();
  const { data, parts, predictor, runId } = model;
  const users = [...new Set(userIds.map((userId) => findUser(data.ratings, userId)))];
  if (users.length < 2 || users.length > MOST_USERS) throw wrongNumber(users.length);
  const members = users.map(
    (user): Member => ({
      userId: data.ratings.userIds.idOf(user),
      own: positionsOf(data.ratings, user).map((at) => ownAt(model, at)),
    }),
  );
  const scores = await predictor.score(Int32Array.from(users));
  const { stars } = scores;
  const isStandardised = !ranksByStars(parts.configuration);
  const rankings = isStandardised ? standardiseRows(scores.ranking, users.length) : scores.ranking;
  const joint = {
    stars: combineScores(stars, users.length, together),
    ranking: combineScores(rankings, users.length, together),
  };
  const rated = members.flatMap(({ own }) => own);
  const { movies, ...chosen } = chooseMovies(data, rated, joint, request);
  return {
    runId,
    ...chosen,
    movies: movies.map((movie): GroupMovie => {
      const at = data.ratings.movieIds.indexOf(movie.movieId) as number;
      const predictedFor = (place: number): number => stars[place * joint.stars.length + at] as number;
      const each = members.map(({ userId, own }, place) => ({
        userId,
        predicted: predictedFor(place),
        gave: own.find((rating) => rating.movie === at)?.stars ?? null,
      }));
      return { ...movie, gave: null, each };
    }),
    isStandardised,
    unseen: members.filter(({ own }) => own.every(({ heldOut }) => heldOut)).map(({ userId }) => userId),
    milliseconds: performance.now() - start,
  };
}

const wrongNumber = (users: number): LabError =>
  new LabError(
    'unknown-user',
    `A list together needs from 2 to ${MOST_USERS} users; ${users} ${users === 1 ? 'is' : 'are'} named.`,
    'Type their IDs.',
  );
