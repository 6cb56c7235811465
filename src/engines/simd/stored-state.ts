import { keptMoments } from '../../core/kept-moments.ts';
import { checkState, checkWeights } from '../check-options.ts';
import { secondMomentStart } from '../moments.ts';
import type { Trainer } from '../trainer.ts';
import type { Machine } from './machine.ts';
import { loadMoments, loadWeights, momentsInPieces, type Numbers, storeNumbers } from './memory/weights.ts';
import type { RowClock } from './row-clock.ts';
import type { KeptOptions, TrainerParts } from './trainer-parts.ts';

/** The part of a trainer that reads and replaces its weights and its state. */
export function createStoredState(
  parts: TrainerParts,
): Pick<Trainer, 'readWeights' | 'writeWeights' | 'readState' | 'writeState'> {
  const { options, machine, clock, requireAlive } = parts;
  const { heap, plan } = machine;
  return {
    async readWeights() {
      requireAlive();
      return clock.whileSettled(() => loadWeights(heap, plan.tables));
    },
    writeWeights(weights) {
      requireAlive();
      checkWeights(options.graph, weights);
      storeState(options, machine, clock, { weights, first: {}, second: {} }, 0);
    },
    async readState() {
      requireAlive();
      return clock.whileSettled(() => {
        const weights = loadWeights(heap, plan.tables);
        return { weights, ...loadMoments(heap, plan.tables, keptMoments(options)), steps: clock.steps };
      });
    },
    writeState(state) {
      requireAlive();
      checkState(options, state);
      storeState(options, machine, clock, state, state.steps);
    },
  };
}

/** The part that reads a state in pieces. Between two epochs no row waits for its update. */
export function createStateInPieces({ options, machine, clock, requireAlive }: TrainerParts): Pick<Trainer, 'readStateInPieces'> {
  const { heap, plan } = machine;
  return {
    async readStateInPieces() {
      requireAlive();
      const weights = loadWeights(heap, plan.tables);
      return { weights, steps: clock.steps, moments: momentsInPieces(heap, plan.tables, keptMoments(options)) };
    },
  };
}

/** Replaces weights and moments by those after `steps` steps. `isClear`: where there were none, and the machine's memory is all 0. */
export function storeState(
  options: KeptOptions,
  machine: Machine,
  clock: RowClock,
  numbers: Numbers,
  steps: number,
  isClear = false,
): void {
  storeNumbers(machine.heap, machine.plan.tables, numbers, secondMomentStart(options.optimizer), isClear);
  clock.restart(steps);
}
