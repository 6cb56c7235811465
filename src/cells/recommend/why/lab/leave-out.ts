import type { ListName, Lists } from '../../../../core/lists.ts';
import { givesScores } from '../../../../core/loss.ts';
import { toStars } from '../../../../core/target.ts';
import type { NetworkRun } from '../../../../lab/model.ts';
import type { UserSide } from '../../../../models/fold/step.ts';
import { createUserNetwork } from '../../../../models/fold/user-network.ts';
import type { Weights } from '../../../../models/graph.ts';
import type { LeftOut } from '../contract.ts';

interface Explained {
  readonly run: NetworkRun;
  readonly weights: Weights;
  readonly side: UserSide;
  readonly own: Float64Array;
}

const NONE = new Int32Array();

/**
 * By how much a prediction changes where one input of the layers is nought: in stars, or in units of the score. Empty where there are no layers, since
 * a sum says more. The parts of what layers make do not add up.
 */
export function leaveOut({ run, weights, side, own }: Explained, movie: number): readonly LeftOut[] {
  const { graph, lists, configuration, target } = run.prepared;
  if (!graph.nodes.some(({ kind }) => kind === 'concat')) return [];
  const predict = (changed: { weights?: Weights; lists?: typeof lists; side?: UserSide; own?: Float64Array }): number => {
    const network = createUserNetwork(graph, changed.weights ?? weights, changed.lists ?? lists, changed.side ?? side);
    network.turnTo(changed.own ?? own);
    const z = network.predict(movie);
    return givesScores(configuration.loss) ? z : toStars(z, target);
  };
  const whole = predict({});
  const ofMovie = (name: 'raters' | 'genres' | 'year') =>
    [name, lists[name] !== undefined, () => predict({ lists: withoutList(lists, name) })] as const;
  const without: readonly (readonly [LeftOut['name'], boolean, () => number])[] = [
    ['user', true, () => predict({ own: new Float64Array(own.length) })],
    ['movie', true, () => predict({ weights: withoutMovie(weights, graph.nodes, movie) })],
    ['rated', lists.rated !== undefined, () => predict({ side: { ...side, rated: NONE } })],
    ofMovie('raters'),
    ['demographics', lists.demographics !== undefined, () => predict({ side: { ...side, demographics: NONE } })],
    ofMovie('genres'),
    ofMovie('year'),
  ];
  return without.flatMap(([name, isThere, value]) => (isThere ? [{ name, change: whole - value() }] : []));
}

const withoutList = (lists: Lists, name: ListName): Lists =>
  Object.fromEntries(Object.entries(lists).filter(([list]) => list !== name));

function withoutMovie(weights: Weights, nodes: NetworkRun['prepared']['graph']['nodes'], movie: number): Weights {
  const changed: Record<string, Float32Array> = { ...weights };
  for (const node of nodes) {
    if (node.kind !== 'embedding' || node.of !== 'movie') continue;
    const table = (weights[`${node.name}/embeddings`] as Float32Array).slice();
    changed[`${node.name}/embeddings`] = table.fill(0, movie * node.width, (movie + 1) * node.width);
  }
  return changed;
}
