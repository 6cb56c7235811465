import { checkEpoch } from '../check-options.ts';
import type { Trainer } from '../trainer.ts';
import { createGravitySteps } from './gravity-steps.ts';
import { createListSteps } from './list-steps.ts';
import type { TrainerParts } from './trainer-parts.ts';

/** The part of a trainer that takes steps. */
export function createStepping(parts: TrainerParts): Pick<Trainer, 'beginEpoch' | 'step' | 'takeLoss'> {
  const { options, machine, clock, batches, requireAlive } = parts;
  const list = createListSteps(options, machine);
  const gravity = createGravitySteps(options, machine);
  let counted = 0;
  return {
    beginEpoch(order, movies, users) {
      checkEpoch(options.graph, options.count, order, movies, users);
      list?.begin(users);
      if (movies) machine.storeMovies(movies);
      // Rows wait for their updates no longer than an epoch: the state between two epochs is complete without the schedule.
      clock.settleAll();
      gravity?.begin();
      batches.begin(order);
      machine.takeLoss();
      counted = 0;
    },
    step(index, learningRate) {
      requireAlive();
      const { first, count, isLast } = batches.place(index);
      const rates = clock.begin(learningRate);
      list?.place(index, first, count, clock.steps);
      gravity?.place(index, first, count);
      machine.team.train({ first, count, step: clock.steps, ...rates });
      clock.close(rates);
      counted += count;
      if (isLast) clock.settleAll();
    },
    async takeLoss() {
      requireAlive();
      const taken = { total: machine.takeLoss(), examples: counted, ...(list && { list: list.takeLoss() }) };
      counted = 0;
      return taken;
    },
  };
}
