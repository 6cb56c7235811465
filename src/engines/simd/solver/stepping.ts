import { LabError } from '../../../core/errors.ts';
import type { Trainer } from '../../trainer.ts';
import { wordsAt } from '../memory/heap.ts';
import type { TrainerParts } from '../trainer-parts.ts';
import { type Block, blocksOf } from './blocks.ts';
import type { SolverPlan } from './layout.ts';

/** The part of a trainer that takes steps, where each solves a block of rows and an epoch goes once over users and movies. */
export function createSolving(
  { machine, clock, requireAlive }: TrainerParts,
  solver: SolverPlan,
): Pick<Trainer, 'stepsPerEpoch' | 'beginEpoch' | 'step' | 'takeLoss'> {
  const { heap, plan, team } = machine;
  const { user, movie } = solver.sides;
  const offsets = wordsAt(heap, user.offsets, user.rows + 1);
  const movieOffsets = wordsAt(heap, movie.offsets, movie.rows + 1);
  const blocks = [...blocksOf(offsets, solver.n, 0), ...blocksOf(movieOffsets, solver.n, user.rows)];
  let counted = 0;

  const entriesOf = ({ first, count }: Block): number => {
    const [of, from] = first < user.rows ? [offsets, first] : [movieOffsets, first - user.rows];
    return (of[from + count] as number) - (of[from] as number);
  };

  return {
    stepsPerEpoch: blocks.length,
    beginEpoch() {
      machine.takeLoss();
      counted = 0;
    },
    step(index) {
      requireAlive();
      const block = blocks[index];
      if (!block) throw new RangeError(`The epoch has no step ${index}`);
      team.train({ ...block, step: clock.steps, rate: 0, epsilon: 0 });
      clock.pass();
      counted += entriesOf(block);
      throwIfSingular();
    },
    async takeLoss() {
      requireAlive();
      const taken = { total: machine.takeLoss(), examples: counted };
      counted = 0;
      return taken;
    },
  };

  function throwIfSingular(): void {
    for (let share = 0; share < plan.settings.shares; share++) {
      const at = (solver.failures.first + share * solver.failures.stride) / 8;
      const failed = heap.doubles[at] as number;
      if (failed === 0) continue;
      heap.doubles[at] = 0;
      throw singular(failed <= user.rows ? 'user' : 'movie');
    }
  }
}

const singular = (of: string): LabError =>
  new LabError(
    'diverged',
    `The equations of a ${of} are singular: more than one set of factors solves them.`,
    'Raise the regularisation, or use fewer factors.',
  );
