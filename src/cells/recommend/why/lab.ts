import { findUser } from '../../../core/find-user.ts';
import type { MovieIndex } from '../../../core/ids.ts';
import type { Bench } from '../../../lab/bench.ts';
import { networkOfModel } from '../../../lab/expect-network.ts';
import type { HandlersOf } from '../../../lab/wire.ts';
import type { WhyCalls } from './contract.ts';
import { explainMovie } from './lab/explain-movie.ts';

export function handlers({ inUse }: Bench): HandlersOf<WhyCalls> {
  return {
    explain: ({ userId, movieId }) =>
      inUse.ask(async (model) => {
        const { ratings } = model.data;
        const movie = ratings.movieIds.indexOf(movieId) as MovieIndex;
        return await explainMovie(networkOfModel(model), findUser(ratings, userId), movie);
      }),
  };
}
