import { describe, expect, test } from 'vitest';
import { createListBatches, type ListTask } from '../../core/list-task.ts';
import { createRandom, normal } from '../../core/random.ts';
import { LIST_PARAMETERS } from '../../models/list-head.ts';
import type { Parameters } from './differentiate.ts';
import { addListGradients } from './list-loss.ts';
import { type Matrix, zeros } from './matrix.ts';

const liked = { offsets: Int32Array.of(0, 0, 2, 3, 5), rows: Int32Array.of(0, 3, 2, 1, 4) };
const USERS = Int32Array.of(3, 1, 2);
const WIDTH = 3;

function drawParameters(): Parameters {
  const draw = normal(createRandom(5, 'list'));
  const table = (rows: number, columns: number): Matrix => ({
    rows,
    columns,
    values: Float64Array.from({ length: rows * columns }, () => draw() / 2),
  });
  const { users, movies, gain, bias } = LIST_PARAMETERS;
  return new Map([
    [users, table(4, WIDTH)],
    [movies, table(5, WIDTH)],
    [gain, table(1, WIDTH)],
    [bias, table(5, 1)],
  ]);
}

const emptied = (parameters: Parameters): Parameters =>
  new Map([...parameters].map(([name, { rows, columns }]) => [name, zeros(rows, columns)]));

/** The task's loss from the sum of −ln softmax, with the L2 term by hand. */
function lossOf(parameters: Parameters, task: ListTask, batch: ReturnType<ReturnType<typeof createListBatches>>): number {
  const sum = addListGradients(parameters, task, batch, emptied(parameters));
  const length = (name: string, rows: Int32Array): number => {
    const { values } = parameters.get(name) as Matrix;
    let squares = 0;
    for (const row of rows) for (let d = 0; d < WIDTH; d++) squares += (values[row * WIDTH + d] as number) ** 2;
    return squares / rows.length;
  };
  const { users, movies } = LIST_PARAMETERS;
  const l2 = length(users, batch.users) + length(movies, batch.movies);
  return task.weight * (task.softmax * (sum / batch.liked.length) + task.l2 * l2);
}

describe.each([
  ['all movies', null],
  ['movies that are drawn', Float64Array.of(3, 1, 2, 1, 1)],
])('over %s', (_, drawn) => {
  const task: ListTask = { weight: 0.7, softmax: 0.4, l2: 0.3, liked, drawn };
  const batch = createListBatches(task, 5, 3)(USERS, 2);

  test('the gradient is that of central differences', () => {
    const parameters = drawParameters();
    const gradients = emptied(parameters);
    addListGradients(parameters, task, batch, gradients);
    const h = 1e-4;
    for (const [name, { values }] of parameters) {
      values.forEach((middle, i) => {
        const at = (offset: number): number => {
          values[i] = middle + offset;
          return lossOf(parameters, task, batch);
        };
        const slope = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
        values[i] = middle;
        expect(Math.abs(slope - (gradients.get(name)?.values[i] as number)), `${name} ${i}`).toBeLessThan(1e-9);
      });
    }
  });

  test('large scores overflow nothing', () => {
    const parameters = drawParameters();
    for (const { values } of parameters.values()) for (const i of values.keys()) values[i] = 40 * (values[i] as number);
    const gradients = emptied(parameters);
    expect(Number.isFinite(addListGradients(parameters, task, batch, gradients))).toBe(true);
    for (const { values } of gradients.values()) expect(values.every(Number.isFinite)).toBe(true);
  });
});

test('the loss of equal scores is the logarithm of the number of movies', () => {
  const parameters = emptied(drawParameters());
  const task: ListTask = { weight: 1, softmax: 1, l2: 0, liked, drawn: null };
  const batch = createListBatches(task, 5, 3)(USERS, 0);
  expect(addListGradients(parameters, task, batch, emptied(parameters)) / 5).toBeCloseTo(Math.log(5), 12);
});
