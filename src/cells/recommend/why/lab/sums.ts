import { givesScores } from '../../../../core/loss.ts';
import { holdToScale } from '../../../../core/rating-scale.ts';
import { toStars } from '../../../../core/target.ts';
import type { NetworkRun } from '../../../../lab/model.ts';
import { listParts, type ScorePart, scoreParts } from '../../../../models/fold/score-parts.ts';
import type { UserNetwork } from '../../../../models/fold/user-network.ts';
import type { Weights } from '../../../../models/graph.ts';
import type { WhySum } from '../contract.ts';

const totalOf = (parts: readonly ScorePart[]): number => parts.reduce((sum, { value }) => sum + value, 0);

export function listSum(weights: Weights, network: UserNetwork, movie: number): WhySum {
  const parts = listParts(weights, network, movie);
  const total = totalOf(parts);
  return { of: 'list', parts, total, isSqueezed: false, shown: total };
}

/** Of the movie that the network has predicted last. */
export function predictionSum({ prepared, data }: NetworkRun, weights: Weights, network: UserNetwork): WhySum {
  const { graph, target, configuration } = prepared;
  const plain = scoreParts(graph, weights, network);
  const z = network.valuesOf(graph.nodes.at(-1)?.name as string)[0] as number;
  if (givesScores(configuration.loss)) return { of: 'score', parts: plain, total: z, isSqueezed: false, shown: z };
  const isSqueezed = configuration.output === 'sigmoid';
  const parts = isSqueezed ? plain : inStars(plain, target);
  const [shown] = holdToScale(Float32Array.of(toStars(z, target)), data.ratings.scale);
  return { of: 'stars', parts, total: totalOf(parts), isSqueezed, shown: shown as number };
}

/** What the target is measured from goes with the mean; without one it is a part of its own. */
function inStars(parts: readonly ScorePart[], { scale, offset }: NetworkRun['prepared']['target']): readonly ScorePart[] {
  const scaled = parts.map(({ name, value }) => ({ name, value: value * scale + (name === 'mean' ? offset : 0) }));
  const hasMean = parts.some(({ name }) => name === 'mean');
  return hasMean || offset === 0 ? scaled : [{ name: 'offset', value: offset }, ...scaled];
}
