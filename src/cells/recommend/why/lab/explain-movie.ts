import type { MovieIndex, UserIndex } from '../../../../core/ids.ts';
import { isHeldOut } from '../../../../core/split/parts.ts';
import { positionsOf } from '../../../../core/user-positions.ts';
import type { NetworkRun } from '../../../../lab/model.ts';
import { createUserNetwork } from '../../../../models/fold/user-network.ts';
import type { OwnRating } from '../../lab/choose-movies.ts';
import { sideOf, trainedNumbers } from '../../lab/fold/own-side.ts';
import { fixedWeights } from '../../lab/fold/weights.ts';
import { ownAt } from '../../lab/recommendation.ts';
import type { Why } from '../contract.ts';
import { findPulls } from './find-pulls.ts';
import { leaveOut } from './leave-out.ts';
import { listSum, predictionSum } from './sums.ts';

/** Takes the scores of a movie apart, with the weights as they are. */
export async function explainMovie(run: NetworkRun, user: UserIndex, movie: MovieIndex): Promise<Why> {
  const { ratings } = run.data;
  const learned = learnedFrom(run, user);
  const parts = await takeApart(run, user, movie, learned);
  const [{ total }] = parts.sums as [Why['sums'][number]];
  return {
    runId: run.runId,
    userId: ratings.userIds.idOf(user),
    movieId: ratings.movieIds.idOf(movie),
    ...parts,
    pulls: learned.length === 0 ? null : await findPulls(run, user, movie, learned, total),
  };
}

/** The ratings of a user that the model learned from. */
export const learnedFrom = ({ data, prepared }: NetworkRun, user: UserIndex): readonly OwnRating[] =>
  positionsOf(data.ratings, user)
    .filter((at) => !isHeldOut(prepared.split, at))
    .map((at) => ownAt({ data, parts: prepared }, at));

/** The sums, and what they leave of layers. */
export async function takeApart(
  run: NetworkRun,
  user: UserIndex,
  movie: MovieIndex,
  learned: readonly OwnRating[],
): Promise<Pick<Why, 'sums' | 'left'>> {
  const { graph, lists, configuration } = run.prepared;
  const { weights } = await fixedWeights(run);
  const side = sideOf(
    run,
    user,
    Int32Array.from(learned, (rating) => rating.movie),
  );
  const network = createUserNetwork(graph, weights, lists, side);
  const own = trainedNumbers(network, weights, user);
  network.turnTo(own);
  network.predict(movie);
  const list = graph.list ? [listSum(weights, network, movie)] : [];
  // At 1 the prediction is no part of what was learned.
  const prediction = configuration.listWeight === 1 ? [] : [predictionSum(run, weights, network)];
  const left = prediction.length === 0 ? [] : leaveOut({ run, weights, side, own }, movie);
  return { sums: [...list, ...prediction], left };
}
