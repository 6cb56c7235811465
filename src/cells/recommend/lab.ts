import { findUser } from '../../core/find-user.ts';
import type { UserIndex } from '../../core/ids.ts';
import { usersByTrait } from '../../core/users-by-trait.ts';
import type { Bench } from '../../lab/bench.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { RecommendCalls } from './contract.ts';
import { doubtOf, lowered, withIntervals } from './lab/doubt.ts';
import { filterChoices } from './lab/filter-choices.ts';
import { pickUser, placeOf } from './lab/pick-user.ts';
import { recommendation } from './lab/recommendation.ts';

/** How many users of a trait are shown. */
const USERS = 8;

export function handlers({ data, inUse }: Bench): HandlersOf<RecommendCalls> {
  const there = () => inUse.peek()?.data ?? data.at('pick a user from');
  const users = () => there().ratings;
  return {
    recommend: ({ userId, careful, ...request }) =>
      inUse.ask(async (model) => {
        const start = performance.now();
        const user = findUser(model.data.ratings, userId);
        const scores = await model.predictor.score(Int32Array.of(user));
        const doubt = await doubtOf(model, user);
        const found = recommendation(
          model,
          user,
          careful && doubt ? lowered(scores, doubt, model.parts.target) : scores,
          request,
        );
        return { ...withIntervals(model, found, doubt), milliseconds: performance.now() - start };
      }),
    pickUser: async (request) => pickUser(users(), request),
    placeOf: async ({ userId }) => placeOf(users(), userId),
    filterChoices: async () => filterChoices(there().ratings),
    async usersByTrait({ trait, of }) {
      const { ratings, statistics } = there();
      const user = ratings.userIds.indexOf(of) ?? (0 as UserIndex);
      const found = usersByTrait(ratings, statistics, trait, user, USERS);
      return found.map(({ user, ...figures }) => ({ userId: ratings.userIds.idOf(user), ...figures }));
    },
  };
}
