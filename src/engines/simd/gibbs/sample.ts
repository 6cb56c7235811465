import { checkIndices } from '../../check-options.ts';
import type { Trainer } from '../../trainer.ts';
import type { TrainerParts } from '../trainer-parts.ts';
import type { GibbsPlan } from './layout.ts';

/** The part of a trainer that predicts with its last sample alone. */
export function createSamplePrediction(
  { options, machine: { heap }, requireAlive }: TrainerParts,
  { sides: { user, movie }, offset, width, stride }: GibbsPlan,
): Pick<Trainer, 'predictSample'> {
  const { floats } = heap;
  const factors = user.factors.node.width;
  return {
    async predictSample(users, movies) {
      requireAlive();
      checkIndices(options.graph, { users, movies });
      return Float32Array.from(users, (row, at) => {
        const [p, q] = [(user.totals + row * stride) / 4, (movie.totals + (movies[at] as number) * stride) / 4];
        let prediction = offset;
        for (let i = 0; i < factors; i++) prediction += (floats[p + i] as number) * (floats[q + i] as number);
        for (let i = factors; i < width; i++) prediction += (floats[p + i] as number) + (floats[q + i] as number);
        return prediction;
      });
    },
  };
}
