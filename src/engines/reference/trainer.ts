import { type Graph, parametersOf, type Weights } from '../../models/graph.ts';
import { checkIndices, checkOrder, checkTrainerOptions } from '../check-options.ts';
import { ADAM, type OptimizerName, type Trainer, type TrainerOptions } from '../trainer.ts';
import { backward, forward, type Inputs, type Parameters } from './differentiate.ts';
import { type Matrix, zeros } from './matrix.ts';

/** What every engine is compared with: the same arithmetic in double precision, written to be read. Far too slow to use. */
export function createReferenceTrainer(options: TrainerOptions): Trainer {
  checkTrainerOptions(options);
  const { graph, examples, batchSize, seed } = options;
  let parameters = toParameters(graph, options.weights);
  let moments = zeroMoments(parameters);
  let order = new Int32Array();
  let steps = 0;
  let loss = { squaredError: 0, examples: 0 };

  const predict = (users: Int32Array, movies: Int32Array): Float32Array => {
    checkIndices(graph, users, movies);
    const { outputs } = forward(graph, parameters, { users, movies }, null);
    return Float32Array.from((outputs.get(graph.nodes.at(-1)?.name as string) as Matrix).values);
  };

  return {
    engine: 'cpu',
    beginEpoch(next) {
      checkOrder(next, examples.targets.length);
      order = Int32Array.from(next);
    },
    step(index, learningRate) {
      const positions = order.subarray(index * batchSize, (index + 1) * batchSize);
      const inputs: Inputs = {
        users: positions.map((at) => examples.users[at] as number),
        movies: positions.map((at) => examples.movies[at] as number),
      };
      const targets = Float32Array.from(positions, (at) => examples.targets[at] as number);
      const tape = forward(graph, parameters, inputs, { seed, step: steps });
      const predicted = tape.outputs.get(graph.nodes.at(-1)?.name as string) as Matrix;
      const gradients = backward(graph, parameters, inputs, targets, tape);
      steps++;
      for (const [name, gradient] of gradients) {
        const rows = touchedRows(graph, name, inputs, gradient.rows, options.optimizer);
        update(
          parameters.get(name) as Matrix,
          gradient,
          moments.get(name) as Moments,
          rows,
          steps,
          learningRate,
          options.optimizer,
        );
      }
      targets.forEach((target, i) => {
        loss.squaredError += ((predicted.values[i] as number) - target) ** 2;
      });
      loss.examples += targets.length;
    },
    async takeLoss() {
      const taken = loss;
      loss = { squaredError: 0, examples: 0 };
      return taken;
    },
    predict: async (users, movies) => predict(users, movies),
    async score(users) {
      const movies = Math.max(...graph.nodes.map((node) => (node.kind === 'embedding' && node.of === 'movie' ? node.rows : 0)));
      const pairs = users.length * movies;
      const rows = Int32Array.from({ length: pairs }, (_, i) => users[Math.floor(i / movies)] as number);
      return predict(
        rows,
        Int32Array.from({ length: pairs }, (_, i) => i % movies),
      );
    },
    readWeights: async () => Object.fromEntries([...parameters].map(([name, { values }]) => [name, Float32Array.from(values)])),
    writeWeights(weights) {
      parameters = toParameters(graph, weights);
      moments = zeroMoments(parameters);
      steps = 0;
    },
    dispose() {},
  };
}

interface Moments {
  readonly first: Matrix;
  readonly second: Matrix;
}

function toParameters(graph: Graph, weights: Weights): Parameters {
  return new Map(
    parametersOf(graph).map(({ name, rows, columns }) => [
      name,
      { rows, columns, values: Float64Array.from(weights[name] as Float32Array) },
    ]),
  );
}

function zeroMoments(parameters: Parameters): ReadonlyMap<string, Moments> {
  return new Map(
    [...parameters].map(([name, { rows, columns }]) => [name, { first: zeros(rows, columns), second: zeros(rows, columns) }]),
  );
}

/** All rows, but with lazy Adam only those of an embedding that the batch reads. */
function touchedRows(graph: Graph, name: string, inputs: Inputs, rows: number, optimizer: OptimizerName): Iterable<number> {
  const node = graph.nodes.find((node) => `${node.name}/embeddings` === name);
  if (optimizer === 'lazy-adam' && node?.kind === 'embedding') {
    return new Set(node.of === 'user' ? inputs.users : inputs.movies);
  }
  return Array.from({ length: rows }, (_, row) => row);
}

function update(
  { values: w, columns }: Matrix,
  { values: g }: Matrix,
  { first: { values: m }, second: { values: v } }: Moments,
  rows: Iterable<number>,
  t: number,
  learningRate: number,
  optimizer: OptimizerName,
): void {
  const { beta1, beta2, epsilon } = ADAM;
  const rate = (learningRate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
  for (const row of rows) {
    for (let i = row * columns; i < (row + 1) * columns; i++) {
      const gradient = g[i] as number;
      if (optimizer === 'sgd') {
        w[i] = (w[i] as number) - learningRate * gradient;
        continue;
      }
      m[i] = beta1 * (m[i] as number) + (1 - beta1) * gradient;
      v[i] = beta2 * (v[i] as number) + (1 - beta2) * gradient ** 2;
      w[i] = (w[i] as number) - (rate * (m[i] as number)) / (Math.sqrt(v[i] as number) + epsilon);
    }
  }
}
