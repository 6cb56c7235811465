import type { LossName } from '../../../core/loss.ts';
import { type Column, columnsOf, type Graph, tableHeight, widthsOf } from '../../../models/graph.ts';
import { RING, RULE_LENGTH } from '../backlog/tables.ts';
import { type ByRatingPlan, type ByRatingSettings, layOutByRating } from '../by-rating/layout.ts';
import { type GibbsPlan, type GibbsSettings, layOutGibbs } from '../gibbs/layout.ts';
import type { Address } from '../kernels.ts';
import { type Arena, type Blocks, createArena } from '../memory/arena.ts';
import { strideOf } from '../memory/matrix.ts';
import { createTables, type ListLengths, type RowLayout, type Tables } from '../memory/tables.ts';
import { layOutSolver, type SolverPlan, type SolverSettings } from '../solver/layout.ts';
import { controlBytes } from '../threads/control.ts';
import { type Backward, compileBackward } from './backward.ts';
import { compileForward } from './forward.ts';
import type { Forward } from './forward-context.ts';
import { type GravityPlan, type GravitySettings, planGravity } from './gravity-plan.ts';
import { type ListPlan, type ListSettings, planList } from './list-plan.ts';
import { compilePrediction, type Prediction } from './predict.ts';
import { shareRows, shareSize } from './shares.ts';
import { MOST_TILE_ROWS, tileRowsFor } from './tile.ts';

/** What every thread has to know to make the same plans. */
export interface PlanSettings {
  readonly graph: Graph;
  readonly batchSize: number;
  /** How many there are to train on. */
  readonly examples: number;
  /** How many different targets they have where they are packed; 0 where they are not. */
  readonly targetValues: number;
  readonly listLengths: ListLengths;
  readonly loss: LossName;
  /** Of a group loss: how many belong together, and whether movies have corrections. */
  readonly groups: { readonly size: number; readonly corrected: boolean };
  /** Null where there is no second task. */
  readonly list: ListSettings | null;
  /** Null where the graph has no gravity; never beside a second task. */
  readonly gravity: GravitySettings | null;
  readonly seed: number;
  /** Into how many the work is cut. The results depend on it. */
  readonly shares: number;
  /** Table rows are dealt out: share i owns the rows from `owners[column][i]` to before `owners[column][i + 1]`. */
  readonly owners: Readonly<Partial<Record<Column, readonly number[]>>>;
  /** With the loss `implicit` alone. */
  readonly solver?: SolverSettings | undefined;
  /** With the optimizer `sgd-by-rating` alone. */
  readonly byRating?: ByRatingSettings | undefined;
  /** With the optimizers `gibbs` and `als` alone. */
  readonly gibbs?: GibbsSettings | undefined;
}

/** One share's view of the memory and of the work. Addresses are the same for all shares but where a block is its own. */
export interface Plan {
  readonly settings: PlanSettings;
  readonly share: number;
  readonly tileRows: number;
  /** Bytes of memory that it needs. */
  readonly bytes: number;
  readonly control: Address;
  /** To train on: packed (`layOutPacked`), or a word for each of the window's columns and one for the target (`layOut`). */
  readonly examples: Address;
  /** Of packed examples, by code. */
  readonly targetValues: Address;
  /** Of the movies' scores in a group; zeros where there are none. */
  readonly corrections: Address;
  readonly window: Window;
  readonly schedule: ScheduleAddresses;
  readonly tables: Tables;
  readonly columns: readonly ColumnPlan[];
  readonly train: Forward;
  readonly backward: Backward;
  readonly predict: Prediction;
  readonly list: ListPlan | null;
  readonly gravity: GravityPlan | null;
  /** Each share's sum of what is reported, one double. */
  readonly losses: Blocks;
  /** How many numbers there are of each of the following: enough for a batch and for a tile. */
  readonly constants: number;
  /** 1, 1, … */
  readonly ones: Address;
  /** 0, 1, 2, … */
  readonly counting: Address;
  /** What solves rows, where steps do not go down a gradient; else null. */
  readonly solver: SolverPlan | null;
  /** What takes ratings one by one, where steps are not batches; else null. */
  readonly byRating: ByRatingPlan | null;
  /** What draws rows, or solves them for stars; else null. */
  readonly gibbs: GibbsPlan | null;
}

/** Columns of examples, or of pairs to predict. */
export interface Window {
  readonly size: number;
  /** Which examples to lay out. */
  readonly positions: Address;
  /** Those that the graph looks up; the targets come after the last. */
  readonly columns: readonly Column[];
  /** Where each column starts. */
  readonly at: Readonly<Record<Column, Address>>;
  readonly targets: Address;
  /** Bytes from one column to the next. */
  readonly stride: number;
  readonly predictions: Address;
}

export interface ScheduleAddresses {
  readonly entries: Address;
  readonly keeps: Address;
  readonly rests: Address;
  readonly rule: Address;
}

/** The users, the movies or what else is looked up: which of their rows this share owns, and where it groups a batch by them. */
export interface ColumnPlan {
  readonly column: Column;
  readonly size: number;
  readonly from: number;
  readonly to: number;
  readonly stamps: Address;
  readonly slotOf: Address;
  /** How many of its rows the batch has. */
  readonly slots: Address;
  readonly own: Address;
  readonly rows: Address;
  readonly ends: Address;
  readonly positions: Address;
}

/** Examples that are laid out at once: enough to be rare, few enough to be still in the cache when their turn comes. */
const WINDOW = 32_768;

/** Ratings that are learned one by one are written on rows beside those of other threads. */
function layoutOf({ byRating, solver }: PlanSettings): RowLayout {
  if (byRating) return 'apart';
  return solver ? 'close' : 'with-moments';
}

export function makePlan(settings: PlanSettings, start: Address, share: number): Plan {
  const { graph, batchSize, seed, shares } = settings;
  const arena = createArena(start, shares, share);
  const control = arena.shared(controlBytes(shares));
  const window = planWindow(arena, batchSize, columnsOf(graph));
  const words = settings.targetValues > 0 ? 2 : window.columns.length + 1;
  const examples = arena.shared(4 * words * settings.examples);
  const targetValues = arena.shared(4 * settings.targetValues);
  const corrections = arena.shared(settings.groups.corrected ? 4 * tableHeight(graph, 'movie') : 0);
  const schedule = planSchedule(arena);
  const tables = createTables(graph, settings.listLengths, arena, layoutOf(settings));
  const columns = window.columns.flatMap((column) => planColumn(column, settings, arena, share));
  const widths = widthsOf(graph);
  const tileRows = tileRowsFor(graph, widths, 3, shareRows(batchSize));
  const batchRows = shareSize(batchSize, shares) * shares;
  const constants = Math.max(batchRows, MOST_TILE_ROWS);
  const [ones, counting] = [arena.shared(4 * constants), arena.shared(4 * constants)];
  const zeros = arena.shared(strideOf(Math.max(...widths.values())));
  const common = { graph, widths, tables, arena, tileRows, zeros, counting };
  const train = compileForward({ ...common, seed });
  const backward = compileBackward({ ...common, forward: train, batchRows, ones });
  const predict = compilePrediction(common);
  const losses = arena.each(8);
  const solver = settings.solver ? layOutSolver(settings.solver, graph, tables, arena, shares) : null;
  const byRating = settings.byRating ? layOutByRating(settings.byRating, graph, tables, arena) : null;
  const gibbs = settings.gibbs ? layOutGibbs(settings.gibbs, graph, tables, arena) : null;
  const list = settings.list && planList(settings.list, tables, batchSize, arena);
  const gravity = settings.gravity && planGravity(settings.gravity, graph, tables, batchSize, arena);
  return {
    settings,
    share,
    tileRows,
    bytes: arena.end,
    control,
    examples,
    targetValues,
    corrections,
    window,
    schedule,
    tables,
    columns,
    train,
    backward,
    predict,
    list,
    gravity,
    losses,
    constants,
    ones,
    counting,
    solver,
    byRating,
    gibbs,
  };
}

function planWindow(arena: Arena, batchSize: number, columns: readonly Column[]): Window {
  const size = Math.max(batchSize, WINDOW);
  const column = (): Address => arena.shared(4 * size);
  const [positions, predictions] = [column(), column()];
  const at = { user: 0, movie: 0, period: 0, userPeriod: 0 };
  for (const name of columns) at[name] = column();
  const targets = column();
  return { size, positions, columns, at, targets, stride: (targets - at.user) / columns.length, predictions };
}

function planSchedule(arena: Arena): ScheduleAddresses {
  return {
    entries: arena.shared(16 * (1 + RING)),
    keeps: arena.shared(8 * RING),
    rests: arena.shared(8 * RING),
    rule: arena.shared(4 * RULE_LENGTH),
  };
}

function planColumn(
  column: Column,
  { graph, batchSize, owners, list: listed, gravity }: PlanSettings,
  arena: Arena,
  share: number,
): readonly ColumnPlan[] {
  const size = tableHeight(graph, column);
  if (size === 0) return [];
  const [from, to] = (owners[column] as readonly number[]).slice(share, share + 2) as [number, number];
  const aside = listed ?? gravity;
  const extra = column === 'user' ? (aside?.users ?? 0) : column === 'movie' ? (aside?.movies ?? 0) : 0;
  const list = (): Address => arena.own(4 * (batchSize + extra + 1));
  return [
    {
      column,
      size,
      from,
      to,
      stamps: arena.shared(4 * size),
      slotOf: arena.shared(4 * size),
      slots: arena.own(4),
      own: list(),
      rows: list(),
      ends: list(),
      positions: list(),
    },
  ];
}
