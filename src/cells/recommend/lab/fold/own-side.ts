import type { UserIndex } from '../../../../core/ids.ts';
import type { NetworkRun } from '../../../../lab/model.ts';
import type { UserSide } from '../../../../models/fold/step.ts';
import type { UserNetwork } from '../../../../models/fold/user-network.ts';
import type { Weights } from '../../../../models/graph.ts';

/**
 * What a network knows of a user beside their own numbers; of somebody new (null) nothing is known, and the biases of time count for
 * nothing. As elsewhere, movies are scored as if the user rated them at the time of their last rating.
 */
export function sideOf({ prepared: { lists, calendar } }: NetworkRun, user: UserIndex | null, rated: Int32Array): UserSide {
  const { offsets, rows } = lists.demographics ?? { offsets: [], rows: new Int32Array() };
  const demographics = user === null ? new Int32Array() : rows.subarray(offsets[user], offsets[user + 1]);
  const latest = user === null ? undefined : calendar?.latest(Int32Array.of(user));
  const when = latest ? { period: latest.periods[0] as number, userPeriod: latest.userPeriods[0] as number } : null;
  return { rated, demographics, when };
}

/** A user's own numbers as they were trained. */
export function trainedNumbers({ tables, size }: UserNetwork, weights: Weights, user: UserIndex): Float64Array {
  const own = new Float64Array(size);
  for (const [name, { from, width }] of tables) {
    own.set((weights[`${name}/embeddings`] as Float32Array).subarray(user * width, (user + 1) * width), from);
  }
  return own;
}
