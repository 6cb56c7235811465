import { BURN_IN } from '../../../core/gibbs/sweeps.ts';
import { checkIndices } from '../../check-options.ts';
import type { Trainer } from '../../trainer.ts';
import { createPredicting } from '../predicting.ts';
import type { TrainerParts } from '../trainer-parts.ts';
import type { GibbsPlan } from './layout.ts';
import { sampleAt, samplePrediction } from './samples.ts';

/** The part of a trainer that predicts with its last sample alone, and says how sure it is. */
export function createDoubt(
  parts: TrainerParts,
  gibbs: GibbsPlan,
  stepsPerSweep: number,
): Pick<Trainer, 'predictSample' | 'doubt'> {
  const { options, machine, clock, requireAlive } = parts;
  const {
    sides: { user, movie },
    slots,
    scalars,
  } = gibbs;
  const { predict } = createPredicting(parts);
  const ofLast = samplePrediction(machine, gibbs, { user: user.totals, movie: movie.totals });
  const ofKept = Array.from({ length: slots }, (_, slot) => samplePrediction(machine, gibbs, sampleAt(gibbs, slot)));
  return {
    async predictSample(users, movies) {
      requireAlive();
      checkIndices(options.graph, { users, movies });
      return Float32Array.from(users, (row, at) => ofLast(row, movies[at] as number));
    },
    async doubt(users, movies) {
      const averaged = Math.floor(clock.steps / stepsPerSweep) - BURN_IN;
      if (averaged < 2) return null;
      const means = await predict(users, movies);
      const squares = new Float64Array(users.length);
      const samples = ofKept.slice(0, averaged);
      for (const predicted of samples) {
        for (let at = 0; at < users.length; at++) {
          const apart = predicted(users[at] as number, movies[at] as number) - (means[at] as number);
          squares[at] = (squares[at] as number) + apart ** 2;
        }
      }
      // A new sample lies further from the mean than those that it is made of.
      const further = (averaged + 1) / (averaged - 1) / samples.length;
      return {
        spread: Float32Array.from(squares, (sum) => Math.sqrt(sum * further)),
        noise: Math.sqrt(machine.heap.floats[scalars / 4 + 2] as number),
      };
    },
  };
}
