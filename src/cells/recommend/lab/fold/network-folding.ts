import { ridgesOf } from '../../../../core/implicit.ts';
import { listedUsers, SOFTMAX } from '../../../../core/list-task.ts';
import { givesScores, isPairwise } from '../../../../core/loss.ts';
import { type LikedRule, likingsOf } from '../../../../core/preferences.ts';
import { createRandom } from '../../../../core/random.ts';
import type { Ratings } from '../../../../core/ratings.ts';
import { toTarget } from '../../../../core/target.ts';
import type { NetworkRun } from '../../../../lab/model.ts';
import type { Folding } from '../../../../models/fold/fold-in.ts';
import { allPairs, pairLoss } from '../../../../models/fold/scores-terms.ts';
import { type ListScores, listLoss, squaredErrors, type Term } from '../../../../models/fold/terms.ts';
import type { UserNetwork } from '../../../../models/fold/user-network.ts';
import { LIST_PARAMETERS, SHARED_FACTORS } from '../../../../models/list-head.ts';
import type { OwnRating } from '../choose-movies.ts';
import type { FixedWeights } from './weights.ts';

/** L2 counts once for each rating, so that of one or two it would hold back next to nothing: it counts as of so many at least. */
const LEAST_RATINGS = 20;

/** Pairs of a liked movie and another that are looked at, about. */
const PAIRS = 4096;

/** The part of the training loss that a user's own numbers make smaller, over an epoch, given these ratings. Absolute and Huber's errors count as squared. */
export function networkFolding(run: NetworkRun, network: UserNetwork, fixed: FixedWeights, own: readonly OwnRating[]): Folding {
  const { configuration, count, listTask } = run.prepared;
  const { ratings } = run.data;
  const { loss, listWeight } = configuration;
  const movies = Int32Array.from(own, ({ movie }) => movie);
  if (loss === 'implicit') return implicitFolding(run, fixed, own, movies);
  if (fixed.prior) return { terms: [errorsOf(run, network, movies, own)], ...fixed.prior(movies) };
  const list = listOf(network, fixed);
  const terms: Term[] = [];
  if (isPairwise(loss)) {
    const others = drawOthers(ratings, movies, Math.ceil(PAIRS / Math.max(64, movies.length)), configuration.seed);
    terms.push(pairLoss(network, movies, Uint8Array.from(likedBy('mean', ratings, own)), others));
  } else if (listWeight < 1) {
    terms.push(errorsOf(run, network, movies, own));
  }
  const liked = likedBy('high', ratings, own);
  let perUser = 0;
  if (list && listTask) {
    const each = (listWeight * SOFTMAX * count) / listTask.liked.rows.length;
    terms.push(listLoss(list, network.size, movies, Uint8Array.from(liked), each));
    perUser = (listWeight * listTask.l2 * count) / listedUsers(listTask.liked, ratings.movieIds.size).length;
  }
  const examples = givesScores(loss) ? likedBy('mean', ratings, own).filter((weight) => weight > 0).length : own.length;
  const ridge = new Float64Array(network.size);
  for (const [name, { from, width, l2 }] of network.tables) {
    const ofList = name === SHARED_FACTORS.user ? perUser : 0;
    ridge.fill((1 - listWeight) * Math.max(examples, LEAST_RATINGS) * l2 + ofList, from, from + width);
  }
  return { terms, ridge, centre: new Float64Array(network.size) };
}

function errorsOf(
  { prepared: { target, configuration } }: NetworkRun,
  network: UserNetwork,
  movies: Int32Array,
  own: readonly OwnRating[],
): Term {
  const targets = Float64Array.from(own, ({ stars }) => toTarget(stars, target));
  return squaredErrors(network, movies, targets, 1 - configuration.listWeight);
}

/** The head that orders the list; null where the prediction does. */
export function listOf(network: UserNetwork, { weights, features }: FixedWeights): ListScores | null {
  const table = network.tables.get(SHARED_FACTORS.user);
  if (!features || !table) return null;
  return { features, biases: weights[LIST_PARAMETERS.bias] as Float32Array, width: table.width, from: table.from };
}

function implicitFolding(
  { prepared, data: { ratings } }: NetworkRun,
  fixed: FixedWeights,
  own: readonly OwnRating[],
  movies: Int32Array,
): Folding {
  const { liked, unobserved, regularisation, frequency: exponent } = prepared.configuration;
  const { users, targets } = prepared.train();
  const weights = likedBy(liked, ratings, own);
  const sums = new Float64Array(ratings.userIds.size + 1);
  users.forEach((user, at) => {
    sums[user] = (sums[user] as number) + (targets[at] as number);
  });
  sums[ratings.userIds.size] = weights.reduce((sum, weight) => sum + weight, 0);
  const ridges = ridgesOf(sums, ratings.movieIds.size, { unobserved, regularisation, exponent });
  const factors = fixed.weights[LIST_PARAMETERS.movies] as Float32Array;
  const term = allPairs(factors, fixed.gramian(), unobserved, movies, weights);
  const width = factors.length / ratings.movieIds.size;
  return { terms: [term], ridge: new Float64Array(width).fill(ridges.at(-1) as number), centre: new Float64Array(width) };
}

/** What each of one user's ratings counts as liked. */
function likedBy(rule: LikedRule, ratings: Ratings, own: readonly OwnRating[]): Float64Array {
  const stars = Float32Array.from(own, (rating) => rating.stars);
  const alone = { ...ratings, users: new Int32Array(own.length), stars, userIds: { ...ratings.userIds, size: 1 } };
  const { positions, weights } = likingsOf(rule, alone, Int32Array.from(own.keys()));
  const all = new Float64Array(own.length);
  positions.forEach((at, i) => {
    all[at] = weights[i] as number;
  });
  return all;
}

function drawOthers({ movieIds }: Ratings, movies: Int32Array, count: number, seed: number): Int32Array {
  const random = createRandom(seed, 'fold in');
  const known = new Set(movies);
  const others: number[] = [];
  for (let tries = 0; others.length < count && tries < 100 * count; tries++) {
    const movie = Math.floor(random.next() * movieIds.size);
    if (!known.has(movie)) others.push(movie);
  }
  return Int32Array.from(others);
}
