import type { Lists, RowLists } from '../../core/lists.ts';
import { PAIRS } from '../../core/loss.ts';
import { columnsOf, type Graph, tableHeight } from '../../models/graph.ts';
import { countOf, wholeOf } from '../examples.ts';
import { GRID, piecesOf, type RatingGrid, ratingGrid } from '../rating-grid.ts';
import type { TrainerOptions } from '../trainer.ts';
import { fillByRating } from './by-rating/fill.ts';
import { fillGibbs } from './gibbs/fill.ts';
import { gravitySettings } from './gravity-settings.ts';
import { moduleName, type SimdHost, type Thread } from './host.ts';
import { instantiate, type Kernels, RESERVED_BYTES } from './kernels.ts';
import { listSettings } from './list-settings.ts';
import type { Blocks } from './memory/arena.ts';
import { createMemory, floatsAt, type Heap, returnMemory, viewHeap, wordsAt } from './memory/heap.ts';
import { makePlan, type Plan, type PlanSettings } from './plan/plan.ts';
import { createPrograms } from './plan/program.ts';
import { dealEvenly, dealTables, sharesOf } from './plan/shares.ts';
import { fillSolver } from './solver/fill.ts';
import { codesFor, storeExamples, storeMovies } from './stored-examples.ts';
import { controlAt } from './threads/control.ts';
import type { ThreadTask } from './threads/run-thread.ts';
import { createTeam, type Team } from './threads/team.ts';

/** A plan in memory, with the threads that carry it out. */
export interface Machine {
  readonly plan: Plan;
  readonly heap: Heap;
  readonly kernels: Kernels;
  readonly team: Team;
  /** Of all shares since the last call, as it is reported. */
  takeLoss(): number;
  /** Of a list task the same. */
  takeListLoss(): number;
  /** Replaces those of the examples. */
  storeMovies(movies: Int32Array): void;
  stop(): void;
}

/**
 * Starts as many threads as the host gives, no more than there are shares of the work; or works with one where they do not start.
 */
export async function startMachine(options: TrainerOptions, host: SimdHost): Promise<Machine> {
  const threads = Math.min(host.threads, sharesFor(options));
  if (threads > 1) {
    try {
      return await start(options, host, threads);
    } catch (error) {
      host.onFallback(error instanceof Error ? error : new Error(String(error)));
    }
  }
  return await start(options, host, 1);
}

async function start(options: TrainerOptions, host: SimdHost, threads: number): Promise<Machine> {
  const { graph, batchSize, seed, examples, lists = {}, loss = 'squared', implicit, groups = PAIRS, listTask } = options;
  const count = countOf(examples);
  const shares = sharesFor(options);
  const isByRating = options.optimizer === 'sgd-by-rating';
  const goesByRows = options.optimizer === 'gibbs' || options.optimizer === 'als';
  const owners = isByRating
    ? dealEvenly(graph, shares)
    : dealTables(graph, examples, batchSize, shares, listTask?.drawn === null);
  const keepsExamples = !implicit && !isByRating && !goesByRows;
  const codes = keepsExamples ? codesFor(options) : null;
  const listLengths = Object.fromEntries(Object.entries(lists).map(([name, { rows }]) => [name, rows.length]));
  const settings: PlanSettings = {
    graph,
    batchSize,
    // Solver, grid and sampler keep copies of their own.
    examples: keepsExamples ? count : 0,
    targetValues: codes?.values.length ?? 0,
    listLengths,
    loss,
    groups: { size: groups.size, corrected: groups.corrections !== undefined },
    list: listSettings(options),
    gravity: gravitySettings(options),
    seed,
    shares,
    owners,
    solver: implicit && { entries: count, unobserved: implicit.unobserved },
    byRating: isByRating ? { ratings: count, pieces: piecesOf(count), biasRate: options.biasRate ?? 1 } : undefined,
    gibbs: goesByRows ? { ratings: count, draws: options.optimizer === 'gibbs' } : undefined,
  };
  const memory = createMemory(makePlan(settings, RESERVED_BYTES, 0).bytes, threads > 1, smallerModel(graph));
  const module = await host.loadModule(moduleName(threads));
  const kernels = instantiate(module, memory);
  const starting = startHelpers(host, threads, { settings, module, memory });
  const heap = viewHeap(memory);
  const { plans, programs } = createPrograms(settings, kernels, memory);
  const [plan] = plans;
  prepare(plan, heap);
  if (plan.solver && implicit) fillSolver(plan.solver, heap, wholeOf(examples), implicit, shares);
  else if (plan.gibbs) fillGibbs(plan.gibbs, heap, wholeOf(examples));
  else if (plan.byRating) fillByRating(plan.byRating, heap, wholeOf(examples), gridOf(options));
  else storeExamples(plan, heap, examples, codes);
  storeLists(plan, heap, lists);
  if (groups.corrections) floatsAt(heap, plan.corrections, groups.corrections.length).set(groups.corrections);
  // The memory is filled while they start.
  const helpers = await starting;
  const team = createTeam(programs, controlAt(memory, plan.control, shares), threads);
  return {
    plan,
    heap,
    kernels,
    team,
    takeLoss: () => takeLosses(plan.losses, shares, heap),
    takeListLoss: () => (plan.list ? takeLosses(plan.list.losses, shares, heap) : 0),
    storeMovies: (movies) => storeMovies(plan, heap, movies),
    stop() {
      team.dismiss();
      for (const helper of helpers) helper.terminate();
      returnMemory(memory);
    },
  };
}

/** Of any model most of the memory is tables of embeddings, those of features among them. */
const smallerModel = (graph: Graph): string => {
  const hasFeatures = columnsOf(graph).length > 2 || graph.nodes.some(({ kind }) => kind === 'bag');
  return `Choose a smaller embedding size${hasFeatures ? ' or fewer features' : ''}, or load less data.`;
};

/** A share for each users' block of the grid, as many where rows are drawn, or by the size of a batch. */
const sharesFor = ({ optimizer, batchSize }: TrainerOptions): number =>
  optimizer === 'sgd-by-rating' || optimizer === 'gibbs' || optimizer === 'als' ? GRID : sharesOf(batchSize);

function gridOf({ graph, examples, seed }: TrainerOptions): RatingGrid {
  return ratingGrid(wholeOf(examples), { users: tableHeight(graph, 'user'), movies: tableHeight(graph, 'movie') }, seed);
}

/** All or none. */
async function startHelpers(
  host: SimdHost,
  threads: number,
  task: Omit<ThreadTask, 'thread' | 'threads'>,
): Promise<readonly Thread[]> {
  const numbers = Array.from({ length: threads - 1 }, (_, i) => i + 1);
  const attempts = await Promise.allSettled(numbers.map(async (thread) => host.startThread({ ...task, thread, threads })));
  const started = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
  const failed = attempts.find(({ status }) => status === 'rejected');
  if (failed?.status !== 'rejected') return started;
  for (const helper of started) helper.terminate();
  throw new Error(`A training thread did not start: ${messageOf(failed.reason)}`, { cause: failed.reason });
}

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));

/** Fills what the kernels read as constants. */
function prepare({ constants, ones, counting }: Plan, heap: Heap): void {
  floatsAt(heap, ones, constants).fill(1);
  wordsAt(heap, counting, constants).forEach((_, i, words) => {
    words[i] = i;
  });
}

function storeLists({ tables }: Plan, heap: Heap, lists: Lists): void {
  for (const { node, offsets, lists: address } of tables.bags.values()) {
    const found = lists[node.list] as RowLists;
    wordsAt(heap, offsets, found.offsets.length).set(found.offsets);
    wordsAt(heap, address, found.rows.length).set(found.rows);
  }
}

/** Share after share, so that the sum is always the same. */
function takeLosses(losses: Blocks, shares: number, { doubles }: Heap): number {
  let sum = 0;
  for (let share = 0; share < shares; share++) {
    const at = (losses.first + share * losses.stride) / 8;
    sum += doubles[at] as number;
    doubles[at] = 0;
  }
  return sum;
}
