import type { Column } from '../../../models/graph.ts';
import { createByRatingPart } from '../by-rating/work.ts';
import { createGibbsPart } from '../gibbs/work.ts';
import { type Address, type Kernels, RESERVED_BYTES } from '../kernels.ts';
import { type Heap, viewHeap, wordsAt } from '../memory/heap.ts';
import { rowsAt } from '../memory/matrix.ts';
import { blocksOf, type DenseTable } from '../memory/tables.ts';
import { createSolverParts } from '../solver/work.ts';
import type { TableGradient } from './backward-context.ts';
import { scatterBags, sumBags } from './bags.ts';
import { createGravityProgram } from './gravity-program.ts';
import { createListProgram } from './list-program.ts';
import { type ColumnPlan, makePlan, type Plan, type PlanSettings, type Window } from './plan.ts';
import { shareOf, sharers } from './shares.ts';
import type { Op, Tile } from './tile.ts';
import type { Batch, Program } from './work.ts';

/** The plans and the programs of all shares of the work, for one thread's kernels: any thread may do any share. */
export function createPrograms(
  settings: PlanSettings,
  kernels: Kernels,
  memory: WebAssembly.Memory,
): { readonly plans: readonly [Plan, ...Plan[]]; readonly programs: readonly Program[] } {
  const heap = viewHeap(memory);
  const plans = Array.from({ length: settings.shares }, (_, share) => makePlan(settings, RESERVED_BYTES, share));
  return { plans: plans as [Plan, ...Plan[]], programs: plans.map((plan) => programOf(plan, kernels, heap)) };
}

/** Where rows are solved or ratings taken one by one, that is what its steps do; the rest is the same. */
function programOf(plan: Plan, kernels: Kernels, heap: Heap): Program {
  const program = createProgram(plan, kernels, heap);
  if (plan.byRating) return { ...program, train: [createByRatingPart(plan, plan.byRating, kernels, heap)] };
  if (plan.gibbs) return { ...program, train: [createGibbsPart(plan, plan.gibbs, kernels, heap)] };
  return plan.solver ? { ...program, train: createSolverParts(plan, plan.solver, kernels, heap) } : program;
}

function createProgram(plan: Plan, kernels: Kernels, heap: Heap): Program {
  const { share, window } = plan;
  const { shares } = plan.settings;
  const k = kernels;
  const tile: Tile = {
    first: 0,
    rows: 0,
    fresh: false,
    user: 0,
    movie: 0,
    period: 0,
    userPeriod: 0,
    targets: 0,
    batch: 0,
    step: 0,
  };
  const owned = plan.columns.map((each) => ({
    ...each,
    slots: wordsAt(heap, each.slots, 1),
    blocks: blocksOf(plan.tables, each.column),
    tableGradients: gradientsOf(plan).filter(({ table }) => table.node.of === each.column),
    bags: plan.backward.bagGradients.filter(({ bag }) => bag.node.of === each.column),
  }));
  const list = plan.list && createListProgram(plan, plan.list, k, heap);
  const aside = list ?? (plan.gravity && createGravityProgram(plan, plan.gravity, k, heap));
  const ofRatings = ratingWeight(plan);
  const hasBags = plan.tables.bags.size > 0;
  const bagTables = new Set([...plan.tables.bags.values()].map(({ table }) => table));
  const gain = plan.list?.tables.gain;
  const dense = [...plan.tables.dense.values()].filter((table) => table !== gain && !bagTables.has(table));
  const trainOps: readonly Op[] = [...plan.train.ops, lossOp(plan), ...plan.backward.ops];
  const predictOps: readonly Op[] = [...plan.predict.ops, keepOp(plan)];
  const listed = { user: window.positions, movie: window.positions, period: window.positions, userPeriod: window.positions };

  function eachTile(ops: readonly Op[], tileRows: number, count: number, columns: Window['at'], first = 0, step = 0): void {
    const { from, to } = shareOf(count, share, shares);
    tile.batch = count;
    tile.step = step;
    for (let at = from; at < to; at += tileRows) {
      tile.first = at;
      tile.rows = Math.min(tileRows, to - at);
      tile.fresh = at === from;
      tile.user = columns.user + 4 * (first + at);
      tile.movie = columns.movie + 4 * (first + at);
      tile.period = columns.period + 4 * (first + at);
      tile.userPeriod = columns.userPeriod + 4 * (first + at);
      tile.targets = window.targets + 4 * (first + at);
      for (const op of ops) op(k, tile);
    }
  }

  function tabulate(column: Column, count: number): void {
    const { from, to } = shareOf(count, share, shares);
    for (const each of plan.predict.columns) {
      if (each.column !== column) continue;
      for (const bag of each.bags) sumBags(k, bag, window.positions + 4 * from, to - from);
      eachTile(each.ops, each.tileRows, count, listed);
    }
  }

  function layOut(count: number): void {
    const { from, to } = shareOf(count, share, shares);
    const words = window.columns.length + 1;
    const positions = window.positions + 4 * from;
    const columns = window.at.user + 4 * from;
    if (plan.settings.targetValues === 0) k.layOut(plan.examples, words, positions, to - from, columns, window.stride);
    else k.layOutPacked(plan.examples, plan.targetValues, positions, to - from, columns, window.stride);
  }

  /** The rows of a column that a step reads: the batch's, and then those of what is beside it. */
  function readBy(column: Column, first: number, count: number): { readonly indices: Address; readonly length: number } {
    if (aside && (column === 'user' || column === 'movie')) {
      return { indices: aside.joined[column], length: count + aside.extra(column) };
    }
    return { indices: window.at[column] + 4 * first, length: count };
  }

  /** Groups the batch by the rows that this share owns and brings their weights up to date. */
  function settle({ first, count }: Batch): void {
    for (const each of owned) {
      const { indices, length } = readBy(each.column, first, count);
      const { from, to, slotOf, own, rows, ends, positions, stamps } = each;
      const slots = k.groupByRow(indices, length, from, to, slotOf, own, rows, ends, positions);
      each.slots[0] = slots;
      for (const { address, stride, offset, span } of each.blocks) {
        k.settleRows(address, stride, offset, span, rows, slots, stamps, plan.schedule.entries);
      }
      for (const { bag } of each.bags) sumBags(k, bag, rows, slots);
    }
  }

  function transpose(): void {
    for (const { kernel, address, stride } of plan.backward.transposed) {
      const { from, to } = shareOf(kernel.rows, share, shares);
      k.transposeRows(
        address + 4 * from,
        stride,
        kernel.weights + from * kernel.stride,
        kernel.stride,
        to - from,
        kernel.columns,
      );
    }
  }

  function learn({ first, count, step }: Batch): void {
    list?.gather();
    for (const each of owned) {
      const slots = each.slots[0] as number;
      for (const gradient of each.tableGradients) learnTable(gradient, each, slots, first, count, step + 1);
      for (const gradient of each.bags) scatterBags(k, gradient, each, slots, count, ofRatings);
      k.stampRows(each.stamps, each.rows, slots, step + 1);
    }
  }

  function learnTable(
    { table, source }: TableGradient,
    own: Omit<ColumnPlan, 'slots'>,
    slots: number,
    first: number,
    count: number,
    t: number,
  ): void {
    const { extra, stride, decay } = aside?.known(table) ?? UNKNOWN;
    const { keeps, rule } = plan.schedule;
    const pull = (ofRatings * 2 * table.node.l2) / count;
    const gains = rule + 8;
    if (source.kind === 'column') {
      k.learnColumn(
        table.address,
        table.stride,
        table.offset,
        table.between,
        own.rows,
        own.ends,
        own.positions,
        slots,
        source.errors.base,
        pull,
        count,
        extra,
        stride,
        decay,
        own.stamps,
        t,
        keeps,
        gains,
      );
      return;
    }
    const from = sourceAt(source, plan, first);
    k.learnRows(
      table.address,
      table.stride,
      table.offset,
      table.between,
      table.span,
      table.node.width,
      own.rows,
      own.ends,
      own.positions,
      slots,
      from.address,
      from.stride,
      from.index,
      from.weights,
      pull,
      count,
      extra,
      stride,
      decay,
      own.stamps,
      t,
      keeps,
      gains,
    );
  }

  function update({ count, rate, epsilon }: Batch): void {
    const slices = sharers(count, shares);
    for (const table of dense) updateTable(table, slices, rate, epsilon);
    if (gain) updateTable(gain, shares, rate, epsilon);
    // Every share leaves a slice of a bag's gradient, whether or not it has examples.
    for (const { table } of plan.tables.bags.values()) updateTable(table, shares, rate, epsilon);
  }

  function updateTable(table: DenseTable, slices: number, rate: number, epsilon: number): void {
    const { weights, first, second, gradients, rows, stride } = table;
    const { from, to } = shareOf((rows * stride) / 16, share, shares);
    const { rule } = plan.schedule;
    k.updateDense(weights, first, second, gradients.first, gradients.stride, slices, 16 * from, 16 * to, rule, rate, epsilon);
  }

  return {
    train: [
      (batch) => {
        settle(batch);
        transpose();
      },
      ({ first, count, step }) => {
        if (ofRatings > 0) eachTile(trainOps, plan.tileRows, count, window.at, first, step);
        aside?.forward();
      },
      ...(list ? [list.backward] : []),
      // A bag's rows learn from users of all shares.
      ...(hasBags
        ? [learn, update]
        : [
            (batch: Batch) => {
              learn(batch);
              update(batch);
            },
          ]),
    ],
    bulk: {
      'lay-out': layOut,
      predict: (count) => eachTile(predictOps, plan.predict.tileRows, count, window.at),
      user: (count) => tabulate('user', count),
      movie: (count) => tabulate('movie', count),
      period: (count) => tabulate('period', count),
      userPeriod: (count) => tabulate('userPeriod', count),
    },
  };
}

/** The list's bias learns from nothing else. */
const gradientsOf = ({ backward, list }: Plan): readonly TableGradient[] =>
  list ? [...backward.tableGradients, { table: list.tables.bias, source: { kind: 'none' } }] : backward.tableGradients;

/** Of a table's rows no gradient is known but the batch's. */
const UNKNOWN = { extra: 0, stride: 0, decay: 0 } as const;

/** What the loss of the ratings counts. */
const ratingWeight = ({ settings: { list } }: Plan): number => 1 - (list?.weight ?? 0);

/** Leaves the slope of the loss / batch where the backward pass begins. */
function lossOp(plan: Plan): Op {
  const { train, backward, losses, settings } = plan;
  const weight = ratingWeight(plan);
  const last = settings.graph.nodes.at(-1)?.name as string;
  const predictions = train.outputs.get(last)?.base as Address;
  if (settings.loss === 'squared') {
    return (k, { first, rows, batch, targets }) =>
      k.squaredError(rowsAt(backward.errors, first), predictions, targets, rows, (weight * 2) / batch, losses.own);
  }
  const { size, corrected } = settings.groups;
  if (settings.loss === 'softmax' || (settings.loss === 'bpr' && size > 2)) {
    const [softmax, corrections] = [settings.loss === 'softmax' ? 1 : 0, corrected ? plan.corrections : 0];
    return (k, { first, rows, batch, movie }) =>
      k.groupError(
        rowsAt(backward.errors, first),
        predictions,
        movie,
        corrections,
        rows,
        size,
        softmax,
        size / batch,
        losses.own,
      );
  }
  if (settings.loss === 'bpr') {
    return (k, { first, rows, batch }) =>
      k.pairwiseError(rowsAt(backward.errors, first), predictions, rows, (weight * 2) / batch, losses.own);
  }
  const limit = settings.loss === 'huber' ? 1 : 0;
  return (k, { first, rows, batch, targets }) =>
    k.boundedError(rowsAt(backward.errors, first), predictions, targets, rows, weight / batch, limit, losses.own);
}

function keepOp({ predict, window }: Plan): Op {
  const predictions = predict.output.base;
  return (k, { first, rows }) => k.copyColumns(window.predictions + 4 * first, 0, predictions, 0, 1, rows);
}

interface SourceAddresses {
  readonly address: Address;
  readonly stride: number;
  /** The row of each example. */
  readonly index: Address;
  /** The weight of each example. */
  readonly weights: Address;
}

function sourceAt(
  source: Exclude<TableGradient['source'], { kind: 'column' }>,
  { window, ones, counting, list }: Plan,
  first: number,
): SourceAddresses {
  if (source.kind === 'none') return { address: ones, stride: 0, index: counting, weights: list?.zeroWeights as Address };
  const { base, stride } = source.errors;
  switch (source.kind) {
    case 'table': {
      const { other } = source;
      const index = window.at[other.node.of] + 4 * first;
      return { address: other.address, stride: other.stride, index, weights: base };
    }
    case 'rows':
      return { address: base + source.offset, stride, index: counting, weights: ones };
  }
}
