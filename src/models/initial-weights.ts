import { createRandom, normal } from '../core/random.ts';
import { type Graph, type ParameterSpec, parametersOf, type Weights } from './graph.ts';

/** Draws the weights a training run starts from. Each table has its own stream of the seed. */
export function initialWeights(graph: Graph, seed: number): Weights {
  return Object.fromEntries(parametersOf(graph).map((spec) => [spec.name, drawTable(spec, seed)]));
}

function drawTable({ name, rows, columns, initializer }: ParameterSpec, seed: number): Float32Array {
  const table = new Float32Array(rows * columns);
  const random = createRandom(seed, `weights:${name}`);
  if (initializer.kind === 'normal') {
    const draw = normal(random);
    for (let i = 0; i < table.length; i++) table[i] = draw() * initializer.deviation;
  }
  if (initializer.kind === 'constant') table.fill(initializer.value);
  if (initializer.kind === 'glorot-uniform') {
    // Glorot and Bengio 2010: limit = √(6 / (fan in + fan out)).
    const limit = Math.sqrt(6 / (rows + columns));
    for (let i = 0; i < table.length; i++) table[i] = (2 * random.next() - 1) * limit;
  }
  return table;
}
