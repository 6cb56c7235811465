import { LabError } from '../../../core/errors.ts';
import { BURN_IN } from '../../../core/gibbs/sweeps.ts';
import { mixKey } from '../../../core/random.ts';
import type { Trainer } from '../../trainer.ts';
import { type Heap, wordsAt } from '../memory/heap.ts';
import { type Block, blocksOf } from '../solver/blocks.ts';
import type { TrainerParts } from '../trainer-parts.ts';
import type { GibbsPlan, GibbsSide } from './layout.ts';
import { loadRows } from './load-rows.ts';
import { type Orders, type Task, writeOrders } from './orders.ts';
import { createPreparing } from './prepare.ts';
import { keepSample } from './samples.ts';

/** Of the tasks that draw normal numbers. */
const STREAMS: Readonly<Partial<Record<Task, number>>> = { noise: 0, rows: 2 };

/** The part of a trainer that takes steps, where each draws, or solves, a block of rows and an epoch is a sweep over users and movies. */
export function createGibbsSteps(
  { options, machine, clock, requireAlive }: TrainerParts,
  gibbs: GibbsPlan,
): Pick<Trainer, 'stepsPerEpoch' | 'beginEpoch' | 'step' | 'takeLoss'> {
  const { heap, team, plan } = machine;
  const { seed } = options;
  const { shares } = plan.settings;
  const { sides, errors, settings } = gibbs;
  const { user, movie } = sides;
  const offsetsOf = offsetsIn(heap);
  const [ofUsers, ofMovies] = [user, movie].map((side) => blocksOf(offsetsOf(side), gibbs.n, 0)) as [Block[], Block[]];
  const blocks = [...ofUsers, ...ofMovies];
  const stepsPerEpoch = blocks.length;
  const preparing = createPreparing(machine, gibbs, { seed, shares }, order);
  preparing.begin();
  /** Of the rows as they are; after which step. */
  let known = { steps: -1, squaredErrors: 0 };
  let root = 1;
  let counted = 0;

  const sweepNow = (): number => Math.floor(clock.steps / stepsPerEpoch) + 1;

  function order(
    task: Task,
    side: GibbsSide,
    orders: Partial<Orders> = {},
    { first, count }: Block = { first: 0, count: 0 },
  ): void {
    const isUser = side === user;
    const key = mixKey(seed, sweepNow(), (STREAMS[task] ?? 0) + (isUser ? 0 : 1));
    writeOrders(heap, gibbs.orders, { task, isUser, key, root: 1, weight: 1, ridge: 1, ...orders });
    team.train({ first, count, step: clock.steps, rate: 0, epsilon: 0 });
  }

  /** Each share's, taken out. */
  function takeErrors(): number {
    let sum = 0;
    for (let share = 0; share < shares; share++) {
      const at = (errors.first + share * errors.stride) / 8;
      sum += heap.doubles[at] as number;
      heap.doubles[at] = 0;
      if (heap.doubles[at + 1] !== 0) {
        heap.doubles[at + 1] = 0;
        throw settings.draws ? lost() : singular();
      }
    }
    return sum;
  }

  function endSweep(sweep: number): void {
    heap.floats[gibbs.scalars / 4 + 2] = known.squaredErrors / settings.ratings;
    if (settings.draws) keepSample(machine, gibbs, seed, sweep);
  }

  /** The precision of the noise follows from the errors of the last sweep. */
  function drawRoot(): void {
    if (known.steps !== clock.steps) {
      order('err', movie, {}, { first: 0, count: movie.rows });
      known = { steps: clock.steps, squaredErrors: takeErrors() };
      machine.takeLoss();
    }
    root = Math.sqrt(preparing.precision(known.squaredErrors, sweepNow()));
    if (!Number.isFinite(root)) throw lost();
  }

  return {
    stepsPerEpoch,
    beginEpoch() {
      requireAlive();
      loadRows(machine, gibbs, !settings.draws || clock.steps === 0);
      machine.takeLoss();
      counted = 0;
    },
    step(index) {
      requireAlive();
      const block = blocks[index];
      if (!block) throw new RangeError(`The epoch has no step ${index}`);
      const side = index < ofUsers.length ? user : movie;
      // Whole, also where steps are taken out of turn.
      const sweep = sweepNow();
      const weight = settings.draws ? 1 / Math.max(1, sweep - BURN_IN) : 1;
      if (settings.draws && block.first === 0) {
        if (side === user) drawRoot();
        if (!preparing.prepare(side, sweep, weight)) throw lost();
      }
      order('rows', side, { root, weight }, block);
      const squaredErrors = takeErrors();
      const before = side === movie && block.first > 0 ? known.squaredErrors : 0;
      clock.pass();
      known = { steps: clock.steps, squaredErrors: before + squaredErrors };
      if (index === stepsPerEpoch - 1) endSweep(sweep);
      const offsets = offsetsOf(side);
      counted += (offsets[block.first + block.count] as number) - (offsets[block.first] as number);
    },
    async takeLoss() {
      requireAlive();
      const taken = { total: machine.takeLoss(), examples: counted };
      counted = 0;
      return taken;
    },
  };
}

const offsetsIn =
  (heap: Heap) =>
  ({ offsets, rows }: GibbsSide): Int32Array =>
    wordsAt(heap, offsets, rows + 1);

const lost = (): LabError =>
  new LabError(
    'diverged',
    'The sampler has left the range in which its numbers can be computed.',
    'Use fewer factors, or another seed.',
  );

const singular = (): LabError =>
  new LabError(
    'diverged',
    'The equations of a user or a movie are singular: more than one set of factors solves them.',
    'Raise the L2, or use fewer factors.',
  );
