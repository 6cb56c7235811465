import type { Bench } from '../../../lab/bench.ts';
import type { HandlersOf } from '../../../lab/wire.ts';
import { pickUser } from '../lab/pick-user.ts';
import type { GroupCalls } from './contract.ts';
import { groupList } from './lab/group-list.ts';

export function handlers({ data, inUse }: Bench): HandlersOf<GroupCalls> {
  return {
    recommend: (asked) => inUse.ask((model) => groupList(model, asked)),
    async anyone({ draw }) {
      const { ratings } = inUse.peek()?.data ?? data.at('pick a user from');
      return pickUser(ratings, { kind: 'random', draw });
    },
  };
}
