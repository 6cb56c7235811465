import type * as tf from '@tensorflow/tfjs';
import type { Lists, RowLists } from '../../core/lists.ts';
import { type BagNode, type EmbeddingNode, type Graph, tableHeight, type Weights } from '../../models/graph.ts';
import type { ParameterValues } from '../moments.ts';
import type { StepRule } from '../step-rule.ts';
import type { TrainerState, UpdateRule } from '../trainer.ts';
import type { Device, Heights, Lookup, Table } from './device.ts';
import { tablesOf, variablesOf } from './layers-model.ts';

/** Everything that is trained: the tables of the embeddings and the variables of the tf.layers model. */
export interface Parameters<L extends Lookup, B extends L> {
  /** The looked-up rows of every embedding and bag, in the order of the model's inputs. */
  gather(lookup: L): tf.Tensor2D[];
  readonly variables: readonly tf.Variable[];
  /** `gradients`: of the gathered rows, then of the variables.  */
  update(gradients: readonly tf.Tensor[], batch: B, step: StepRule): void;
  /** Replaces weights and moments; moments that are empty or missing start anew. */
  load(numbers: Numbers): void;
  /** The weights alone. */
  read(): Promise<Weights>;
  readNumbers(): Promise<Numbers>;
  dispose(): void;
}

/** All of a state but the count of steps. */
export type Numbers = Omit<TrainerState, 'steps'>;

export function createParameters<L extends Lookup, B extends L>(
  graph: Graph,
  model: tf.LayersModel,
  lists: Lists,
  rule: UpdateRule,
  device: Device<L, B>,
): Parameters<L, B> {
  const embeddings = tablesOf(graph).map((node) => {
    return { name: `${node.name}/embeddings`, l2: node.l2, table: createTable(node, lists, rule, device) };
  });
  const dense = [...variablesOf(graph, model)].map(([name, variable]) => {
    return { name, variable, optimizer: device.createVariableOptimizer(variable, rule) };
  });
  const owners = [
    ...embeddings.map(({ name, table }) => ({ name, owner: table })),
    ...dense.map(({ name, optimizer }) => ({ name, owner: optimizer })),
  ];
  return {
    gather: (lookup) => embeddings.map(({ table }) => table.gather(lookup)),
    variables: dense.map(({ variable }) => variable),
    update(gradients, batch, step) {
      embeddings.forEach(({ table, l2 }, i) => {
        table.update(gradients[i] as tf.Tensor, batch, l2, step);
      });
      dense.forEach(({ optimizer }, i) => {
        optimizer.update(gradients[embeddings.length + i] as tf.Tensor, step);
      });
    },
    load(numbers) {
      for (const { name, owner } of owners) owner.load(valuesOf(numbers, name));
    },
    async read() {
      const tables = embeddings.map(async ({ name, table }) => [name, await table.read()] as const);
      const rest = dense.map(async ({ name, variable }) => [name, (await variable.data<'float32'>()).slice()] as const);
      return Object.fromEntries(await Promise.all([...tables, ...rest]));
    },
    async readNumbers() {
      const values = await Promise.all(owners.map(async ({ name, owner }) => [name, await owner.readValues()] as const));
      const part = (of: keyof ParameterValues) => Object.fromEntries(values.map(([name, numbers]) => [name, numbers[of]]));
      return { weights: part('weights'), first: part('first'), second: part('second') };
    },
    dispose() {
      for (const { owner } of owners) owner.dispose();
    },
  };
}

function valuesOf({ weights, first, second }: Numbers, name: string): ParameterValues {
  const none = new Float32Array();
  return { weights: weights[name] as Float32Array, first: first[name] ?? none, second: second[name] ?? none };
}

function createTable<L extends Lookup, B extends L>(
  node: EmbeddingNode | BagNode,
  lists: Lists,
  rule: UpdateRule,
  device: Device<L, B>,
): Table<L, B> {
  if (node.kind === 'embedding') return device.createTable(node.rows, node.width, node.of, rule);
  if (!device.createBag) throw new RangeError(`This backend cannot add up the rows of "${node.name}"`);
  return device.createBag(node, lists[node.list] as RowLists, rule);
}

/** The height of the tallest table that users and that movies are looked up in. */
export function tableHeights(graph: Graph): Heights {
  return { user: tableHeight(graph, 'user'), movie: tableHeight(graph, 'movie') };
}
