import { toExactUnit } from '../../core/exact-sum.ts';
import { turnOf } from '../../core/gravity.ts';
import { keptMoments } from '../../core/kept-moments.ts';
import { createListBatches, type ListBatch, listedUsers, usersOfStep } from '../../core/list-task.ts';
import { reportedSum } from '../../core/loss.ts';
import { pick } from '../../core/pick.ts';
import { allNodes, type Graph, parametersOf, tableHeight, type Weights } from '../../models/graph.ts';
import { gravityTables } from '../../models/gravity.ts';
import { checkEpoch, checkIndices, checkState, checkTrainerOptions } from '../check-options.ts';
import { secondMomentStart } from '../moments.ts';
import { pairsAt, scoredPairs } from '../pairs.ts';
import { columnOf, type OptimizerName, type Pairs, type Trainer, type TrainerOptions } from '../trainer.ts';
import { createReferenceByRating } from './by-rating.ts';
import { backward, forward, type Inputs, type Parameters } from './differentiate.ts';
import { addGravity, gramiansOf, type Turns } from './gravity.ts';
import { joinListGradients, listScores } from './list-loss.ts';
import { type Matrix, map, zeros } from './matrix.ts';
import { clipped, UPDATES } from './update.ts';

/** What every engine is compared with: the same arithmetic in double precision, written to be read. Far too slow to use. */
export function createReferenceTrainer(options: TrainerOptions): Trainer {
  checkTrainerOptions(options);
  if (options.optimizer === 'gibbs' || options.optimizer === 'als')
    throw new RangeError('Rows are solved by a reference of their own');
  return options.optimizer === 'sgd-by-rating' ? createReferenceByRating(options, createBatches) : createBatches(options);
}

/** `rateOf`: in what part of the learning rate a table learns. */
function createBatches(options: TrainerOptions, rateOf: (parameter: string) => number = () => 1): Trainer {
  const { graph, lists = {}, batchSize, seed, loss: lossName = 'squared', groups, listTask } = options;
  const movieCount = tableHeight(graph, 'movie');
  const listBatches = listTask && createListBatches(listTask, movieCount, seed);
  const gravity = gravityTables(graph);
  const stepsPerEpoch = Math.ceil(options.examples.targets.length / batchSize);
  let { examples } = options;
  let parameters = toParameters(graph, options.weights);
  let moments = freshMoments(parameters, options.optimizer);
  let order = new Int32Array();
  let steps = 0;
  let loss = { total: 0, examples: 0 };
  let gramians = gravity && gramiansOf(parameters, gravity);
  let listUsers = new Int32Array();
  let listLoss = { total: 0, examples: 0 };

  const predict = (pairs: Pairs): Float32Array => {
    checkIndices(graph, pairs);
    const { outputs } = forward(graph, parameters, { ...pairs, lists }, null);
    return Float32Array.from((outputs.get(graph.nodes.at(-1)?.name as string) as Matrix).values);
  };

  return {
    engine: 'cpu',
    beginEpoch(next, movies, users) {
      checkEpoch(options.graph, options.examples.targets.length, next, movies, users);
      if (listTask) listUsers = Int32Array.from(users ?? listedUsers(listTask.liked, movieCount));
      listLoss = { total: 0, examples: 0 };
      if (movies) examples = { ...examples, movies: Int32Array.from(movies) };
      order = Int32Array.from(next);
      gramians = gravity && gramiansOf(parameters, gravity);
      loss = { total: 0, examples: 0 };
    },
    step(index, learningRate) {
      const positions = order.subarray(index * batchSize, (index + 1) * batchSize);
      const inputs: Inputs = { ...pairsAt(examples, positions), lists, groups };
      const targets = pick(examples.targets, positions);
      const tape = forward(graph, parameters, inputs, { seed, step: steps });
      const predicted = tape.outputs.get(graph.nodes.at(-1)?.name as string) as Matrix;
      const gradients = backward(graph, parameters, inputs, targets, tape, lossName);
      const list = listBatches?.(usersOfStep(listUsers, index, stepsPerEpoch), steps);
      if (listTask && list) {
        listLoss.total += toExactUnit(joinListGradients(parameters, listTask, list, gradients));
        listLoss.examples += list.liked.length;
      }
      const turns = gravity && {
        user: turnOf(gravity.user.rows, index, stepsPerEpoch),
        movie: turnOf(gravity.movie.rows, index, stepsPerEpoch),
      };
      if (gravity && gramians && turns) addGravity(parameters, gravity, gramians, turns, gradients);
      steps++;
      for (const [name, gradient] of gradients) {
        const rows = touchedRows(graph, name, inputs, list, turns, gradient.rows, options.optimizer);
        const [w, m, v] = [parameters, moments.first, moments.second].map((all) => (all.get(name) as Matrix).values) as [
          Float64Array,
          Float64Array,
          Float64Array,
        ];
        const place = { w, m, v, t: steps, learningRate: learningRate * rateOf(name), momentum: options.momentum };
        for (const row of rows) {
          for (let i = row * gradient.columns; i < (row + 1) * gradient.columns; i++) {
            UPDATES[options.optimizer](place, i, clipped(gradient.values[i] as number, options.clip));
          }
        }
      }
      if (listTask?.weight !== 1) loss.total += toExactUnit(reportedSum(lossName, predicted.values, targets, groups));
      loss.examples += targets.length;
    },
    async takeLoss() {
      const taken = listTask ? { ...loss, list: listLoss } : loss;
      loss = { total: 0, examples: 0 };
      listLoss = { total: 0, examples: 0 };
      return taken;
    },
    predict: async (users, movies, when) => predict({ users, movies, when }),
    async score(users, when) {
      return predict(scoredPairs(users, tableHeight(graph, 'movie'), when));
    },
    ...(graph.list && {
      async rank(users: Int32Array) {
        return Float32Array.from(
          listScores(
            parameters,
            users,
            Int32Array.from({ length: movieCount }, (_, i) => i),
          ).values,
        );
      },
    }),
    readWeights: async () => toWeights(parameters),
    writeWeights(weights) {
      parameters = toParameters(graph, weights);
      moments = freshMoments(parameters, options.optimizer);
      steps = 0;
    },
    async readState() {
      const { first, second } = keptMoments(options);
      return {
        weights: toWeights(parameters),
        first: toWeights(moments.first, first),
        second: toWeights(moments.second, second),
        steps,
      };
    },
    writeState(state) {
      checkState(options, state);
      parameters = toParameters(graph, state.weights);
      const { first, second } = keptMoments(options);
      const none = freshMoments(parameters, options.optimizer);
      moments = {
        first: first ? toParameters(graph, state.first) : none.first,
        second: second ? toParameters(graph, state.second) : none.second,
      };
      steps = state.steps;
    },
    dispose() {},
  };
}

interface Moments {
  readonly first: Parameters;
  readonly second: Parameters;
}

export function toParameters(graph: Graph, weights: Weights): Parameters {
  return new Map(
    parametersOf(graph).map(({ name, rows, columns }) => [
      name,
      { rows, columns, values: Float64Array.from(weights[name] as Float32Array) },
    ]),
  );
}

/** By name; `kept` says whether there is anything to keep. */
function toWeights(parameters: Parameters, kept = true): Weights {
  return Object.fromEntries([...parameters].map(([name, { values }]) => [name, Float32Array.from(kept ? values : [])]));
}

function freshMoments(parameters: Parameters, optimizer: OptimizerName): Moments {
  const filled = (value: number): Parameters =>
    new Map([...parameters].map(([name, { rows, columns }]) => [name, map(zeros(rows, columns), () => value)]));
  return { first: filled(0), second: filled(secondMomentStart(optimizer)) };
}

/** All rows, but with lazy Adam only those of an embedding that the batch of ratings, the list task or gravity reads. */
function touchedRows(
  graph: Graph,
  name: string,
  inputs: Inputs,
  list: ListBatch | undefined,
  turns: Turns | null,
  rows: number,
  optimizer: OptimizerName,
): Iterable<number> {
  const node = allNodes(graph).find((node) => `${node.name}/embeddings` === name);
  if (optimizer === 'lazy-adam' && node?.kind === 'embedding') {
    const ofList = node.of === 'user' ? list?.users : node.of === 'movie' ? list?.movies : undefined;
    const turn = node.of === 'user' || node.of === 'movie' ? turns?.[node.of] : undefined;
    const pulled = turn ? Array.from({ length: turn.to - turn.from }, (_, i) => turn.from + i) : [];
    return new Set([...columnOf(inputs, node.of), ...(ofList ?? []), ...pulled]);
  }
  return Array.from({ length: rows }, (_, row) => row);
}
