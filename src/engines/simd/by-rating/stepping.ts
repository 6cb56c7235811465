import { cellPart, GRID, strataOf } from '../../rating-grid.ts';
import type { Trainer } from '../../trainer.ts';
import { wordsAt } from '../memory/heap.ts';
import type { TrainerParts } from '../trainer-parts.ts';
import type { ByRatingPlan } from './layout.ts';

/** The part of a trainer that takes steps, where each is a stratum of the ratings' grid or a piece of one. */
export function createRatingSteps(
  { options, machine, clock, requireAlive }: TrainerParts,
  { offsets: address, settings: { pieces } }: ByRatingPlan,
): Pick<Trainer, 'stepsPerEpoch' | 'beginEpoch' | 'step' | 'takeLoss'> {
  const { heap, team } = machine;
  const offsets = wordsAt(heap, address, GRID * GRID + 1);
  const stepsPerEpoch = GRID * pieces;
  let strata: Int32Array = new Int32Array();
  let counted = 0;
  return {
    stepsPerEpoch,
    beginEpoch() {
      strata = strataOf(options.seed, Math.floor(clock.steps / stepsPerEpoch));
      machine.takeLoss();
      counted = 0;
    },
    step(index, rate) {
      requireAlive();
      const stratum = strata[Math.floor(index / pieces)];
      if (stratum === undefined) throw new RangeError(`The epoch has no step ${index}`);
      const piece = index % pieces;
      team.train({ first: stratum, count: piece, step: clock.steps, rate, epsilon: 0 });
      clock.pass();
      for (let block = 0; block < GRID; block++) {
        const { from, to } = cellPart(offsets, block, stratum, piece, pieces);
        counted += to - from;
      }
    },
    async takeLoss() {
      requireAlive();
      const taken = { total: machine.takeLoss(), examples: counted };
      counted = 0;
      return taken;
    },
  };
}
