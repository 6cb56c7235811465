import { tableHeight } from '../../models/graph.ts';
import { cellPart, GRID, piecesOf, ratingGrid, strataOf } from '../rating-grid.ts';
import type { Trainer, TrainerOptions } from '../trainer.ts';

/**
 * SGD by single ratings is SGD with batches of one rating and half the learning rate, in the order of the grid.
 *
 * @param createBatches trains so, each table with a learning rate that is so many times the one given
 */
export function createReferenceByRating(
  options: TrainerOptions,
  createBatches: (options: TrainerOptions, rateOf: (parameter: string) => number) => Trainer,
): Trainer {
  const { graph, examples, seed, biasRate = 1 } = options;
  const plain: TrainerOptions = { ...options, optimizer: 'sgd', momentum: 0, clip: 0, batchSize: 1 };
  const trainer = createBatches(plain, (parameter) => (parameter.endsWith('_bias/embeddings') ? biasRate : 1));
  const sizes = { users: tableHeight(graph, 'user'), movies: tableHeight(graph, 'movie') };
  const { order, offsets } = ratingGrid(examples, sizes, seed);
  const pieces = piecesOf(order.length);
  const stepsPerEpoch = GRID * pieces;
  let steps = 0;
  let strata: Int32Array = new Int32Array();
  return {
    ...trainer,
    stepsPerEpoch,
    beginEpoch() {
      strata = strataOf(seed, Math.floor(steps / stepsPerEpoch));
      trainer.beginEpoch(order);
    },
    step(index, learningRate) {
      steps++;
      for (let block = 0; block < GRID; block++) {
        const stratum = strata[Math.floor(index / pieces)] as number;
        const { from, to } = cellPart(offsets, block, stratum, index % pieces, pieces);
        for (let at = from; at < to; at++) trainer.step(at, learningRate / 2);
      }
    },
    writeWeights(weights) {
      trainer.writeWeights(weights);
      steps = 0;
    },
    async readState() {
      return { ...(await trainer.readState()), steps };
    },
    writeState(state) {
      trainer.writeState(state);
      steps = state.steps;
    },
  };
}
