import type { ImplicitRule } from '../core/implicit.ts';
import { keptMoments } from '../core/kept-moments.ts';
import type { Lists, RowLists } from '../core/lists.ts';
import { isPairwise, type LossName, PAIRS } from '../core/loss.ts';
import { factorTables } from '../models/factor-tables.ts';
import { type BagNode, type Column, columnsOf, type Graph, parametersOf, tableHeight, type Weights } from '../models/graph.ts';
import { gravityTables } from '../models/gravity.ts';
import { rowSides } from '../models/row-sides.ts';
import { countOf, piecesOf, wholeOf } from './examples.ts';
import { columnOf, type Examples, type Pairs, type TrainerOptions, type TrainerState, type UpdateRule } from './trainer.ts';

/** Throws a RangeError where weights or examples do not fit the graph, or a number is out of range. Engines call it first. */
export function checkTrainerOptions(options: TrainerOptions): void {
  const { graph, weights, examples, lists = {}, batchSize, momentum, clip, loss = 'squared', implicit, groups = PAIRS } = options;
  checkWeights(graph, weights);
  for (const piece of piecesOf(examples)) checkExamples(graph, wholeOf(piece));
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError(`A batch cannot have ${batchSize} examples`);
  const group = isPairwise(loss) ? groups.size : 1;
  if (![1, 2, 4, 8].includes(group)) throw new RangeError(`Groups of ${group} are not worked on`);
  if ([batchSize, countOf(examples)].some((size) => size % group !== 0)) {
    throw new RangeError(`Groups of ${group} do not fit into batches of ${batchSize} of ${countOf(examples)} examples`);
  }
  if (!(momentum >= 0 && momentum < 1)) throw new RangeError(`A momentum of ${momentum} never comes to rest`);
  if (!(clip >= 0)) throw new RangeError(`Gradients cannot be held within ± ${clip}`);
  if (options.optimizer === 'sgd-by-rating') checkByRating(graph, loss, options.biasRate);
  if (options.optimizer === 'gibbs' || options.optimizer === 'als') checkByRow(graph, loss, options.optimizer);
  if (loss === 'implicit') checkSolvable(graph, examples.targets, implicit);
  for (const node of graph.nodes) if (node.kind === 'bag') checkList(node, lists, tableHeight(graph, node.of));
  checkListTask(options);
  checkGravity(graph);
}

function checkExamples(graph: Graph, examples: Examples): void {
  const { length } = examples.targets;
  const lengths = columnsOf(graph).map((column) => columnOf(examples, column).length);
  if (lengths.some((each) => each !== length)) {
    throw new RangeError(`Columns of ${lengths.join(', ')} indices and ${length} targets do not fit together`);
  }
  checkIndices(graph, examples);
}

/** Throws a RangeError where weights do not fit the graph. */
export function checkWeights(graph: Graph, weights: Weights): void {
  for (const { name, rows, columns } of parametersOf(graph)) {
    const length = weights[name]?.length;
    if (length !== rows * columns) throw new RangeError(`"${name}" needs ${rows} × ${columns} numbers, not ${length}`);
  }
}

/** What a step looks at beside its batch is the list's or gravity's. */
function checkGravity(graph: Graph): void {
  const tables = gravityTables(graph);
  if (!tables) return;
  if (!(tables.weight > 0)) throw new RangeError(`Gravity cannot have a weight of ${tables.weight}`);
  if (graph.list) throw new RangeError('Gravity and a list task do not go together');
}

/** Who likes what, where there is a head that learns it. */
function checkListTask({ graph, listTask }: TrainerOptions): void {
  if (!graph.list !== !listTask) throw new RangeError('A list task needs a head for it, and the head a task');
  if (!listTask) return;
  const { weight, liked, drawn } = listTask;
  if (!(weight > 0 && weight <= 1)) throw new RangeError(`A list task cannot have a weight of ${weight}`);
  checkLists('liked movies', liked, tableHeight(graph, 'user'), tableHeight(graph, 'movie'));
  if (drawn && !drawn.every((share) => share > 0)) throw new RangeError('Every movie has to be drawn now and then');
}

/** Rows can be solved where a prediction is nothing but the product of a user's and a movie's row. */
function checkSolvable({ nodes }: Graph, weights: Float32Array, rule: ImplicitRule | undefined): void {
  const kinds = nodes.map(({ kind }) => kind).join(', ');
  if (kinds !== 'embedding, embedding, dot') throw new RangeError(`Rows of ${kinds} cannot be solved`);
  if (!weights.every((weight) => weight > 0)) throw new RangeError('A liked pair needs a weight above 0');
  if (!rule || !Object.values(rule).every((value) => value >= 0)) throw new RangeError('Rows need a rule to be solved by');
}

function checkByRating(graph: Graph, loss: LossName, biasRate = 1): void {
  factorTables(graph);
  if (loss !== 'squared') throw new RangeError(`Single ratings are not learned by the loss ${loss}`);
  if (!(biasRate >= 0)) throw new RangeError(`Biases cannot learn ${biasRate} times as fast`);
}

function checkByRow(graph: Graph, loss: LossName, optimizer: 'gibbs' | 'als'): void {
  const { user, movie } = rowSides(graph);
  if (loss !== 'squared') throw new RangeError(`Rows are not solved by the loss ${loss}`);
  if (optimizer === 'als' && (user.bag || movie.bag)) throw new RangeError('Rows of features are drawn, not solved');
}

/** Throws a RangeError where a state does not fit the graph and the optimizer. */
export function checkState(
  { graph, ...rule }: Pick<TrainerOptions, 'graph'> & UpdateRule,
  { weights, first, second, steps }: TrainerState,
): void {
  const kept = keptMoments(rule);
  for (const { name, rows, columns } of parametersOf(graph)) {
    const size = rows * columns;
    checkLength(name, weights[name], size);
    checkLength(`First moment of ${name}`, first[name], kept.first ? size : 0);
    checkLength(`Second moment of ${name}`, second[name], kept.second ? size : 0);
  }
  if (!Number.isInteger(steps) || steps < 0 || steps > MOST_STEPS) throw new RangeError(`${steps} cannot be a count of steps`);
}

/** Steps are counted in 32 bits. */
const MOST_STEPS = 2 ** 31 - 1;

function checkLength(what: string, values: Float32Array | undefined, length: number): void {
  if (values?.length !== length) throw new RangeError(`"${what}" needs ${length} numbers, not ${values?.length}`);
}

/** Throws a RangeError where an index lies outside the table it would be looked up in. */
export function checkIndices(graph: Graph, pairs: Pairs): void {
  for (const column of columnsOf(graph)) checkColumn(graph, column, columnOf(pairs, column));
}

function checkColumn(graph: Graph, column: Column, indices: Int32Array): void {
  const rows = graph.nodes.flatMap((node) => (node.kind === 'embedding' && node.of === column ? [node.rows] : []));
  if (rows.length > 0) checkRange(indices, Math.min(...rows), column);
}

function checkList({ name, list, rows }: BagNode, lists: Lists, entries: number): void {
  const found = lists[list];
  if (!found) throw new RangeError(`"${name}" needs the lists of ${list}`);
  checkLists(list, found, entries, rows);
}

function checkLists(name: string, { offsets, rows }: RowLists, entries: number, height: number): void {
  const ascending = offsets[0] === 0 && offsets.every((end, i) => i === 0 || end >= (offsets[i - 1] as number));
  if (offsets.length !== entries + 1 || !ascending || offsets.at(-1) !== rows.length) {
    throw new RangeError(`The lists of ${name} do not fit ${entries} entries`);
  }
  checkRange(rows, height, name);
}

/** Throws a RangeError where there is no such user. */
export const checkUsers = (graph: Graph, users: Int32Array): void => checkRange(users, tableHeight(graph, 'user'), 'user');

/** Throws a RangeError where an order names a position outside so many examples, or movies that are given do not fit them. */
export function checkEpoch(
  graph: Graph,
  examples: number,
  order: Int32Array,
  movies?: Int32Array,
  users: Int32Array = new Int32Array(),
): void {
  checkRange(order, examples, 'example');
  checkUsers(graph, users);
  if (!movies) return;
  if (movies.length !== examples) throw new RangeError(`${movies.length} movies do not fit ${examples} examples`);
  checkColumn(graph, 'movie', movies);
}

function checkRange(indices: Int32Array, size: number, what: string): void {
  // Indexed, and without a branch: all ratings go through here in every epoch. Of what is below 0 or not below the size the sign is set.
  let signs = 0;
  for (let i = 0; i < indices.length; i++) signs |= (indices[i] as number) | (size - 1 - (indices[i] as number));
  if (signs >= 0) return;
  const outside = indices.find((index) => index < 0 || index >= size);
  throw new RangeError(`There is no ${what} ${outside}; indices run from 0 to ${size - 1}`);
}
