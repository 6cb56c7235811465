import { BURN_IN } from '../../../core/gibbs/sweeps.ts';
import { checkIndices } from '../../check-options.ts';
import type { Trainer } from '../../trainer.ts';
import { wordsAt } from '../memory/heap.ts';
import type { TrainerParts } from '../trainer-parts.ts';
import type { GibbsPlan, GibbsSide } from './layout.ts';
import { blocksOfSweep } from './stepping.ts';

/** Of each row's factors and bias, side by side: the mean of the samples, and their variance. */
interface Spread {
  readonly means: Float32Array; // (rows, width)
  readonly variances: Float32Array; // (rows, width)
}

/**
 * The part of a trainer that says how sure it is. The numbers of users and of movies vary by themselves, as far as the samples go: then the
 * variance of Σ p q is Σ (p̄² Var q + q̄² Var p + Var p · Var q).
 */
export function createDoubt(
  { options, machine: { heap }, clock, requireAlive }: TrainerParts,
  gibbs: GibbsPlan,
): Pick<Trainer, 'doubt'> {
  const { sides, width } = gibbs;
  const factors = sides.user.factors.node.width;
  const stepsPerSweep = blocksOfSweep(heap, gibbs).blocks.length;
  let last: { readonly steps: number; readonly user: Spread; readonly movie: Spread } | null = null;

  function spreads(): { readonly user: Spread; readonly movie: Spread } {
    if (last?.steps !== clock.steps) last = { steps: clock.steps, user: spreadOf(sides.user), movie: spreadOf(sides.movie) };
    return last;
  }

  function spreadOf(side: GibbsSide): Spread {
    const { rows, factors: table, bias } = side;
    const [means, variances] = [new Float64Array(rows * width), new Float32Array(rows * width)];
    addBag(side, means);
    for (let row = 0; row < rows; row++) {
      const at = (table.address + row * table.stride) / 4;
      const second = at + (table.offset + table.between) / 4;
      for (let i = 0; i < factors; i++) put(row * width + i, heap.floats[at + i] as number, heap.floats[second + i] as number);
      if (!bias) continue;
      const own = (bias.address + row * bias.stride) / 4;
      put(row * width + factors, heap.floats[own] as number, heap.floats[own + (bias.offset + bias.between) / 4] as number);
    }
    return { means: Float32Array.from(means), variances };

    function put(place: number, mean: number, square: number): void {
      means[place] = (means[place] as number) + mean;
      variances[place] = Math.max(0, square - (means[place] as number) ** 2);
    }
  }

  function addBag({ bag, rows, offsets, others, roots }: GibbsSide, means: Float64Array): void {
    if (!bag) return;
    const { weights, stride } = bag.table;
    const ends = wordsAt(heap, offsets, rows + 1);
    for (let row = 0; row < rows; row++) {
      const root = heap.floats[roots / 4 + row] as number;
      for (let entry = ends[row] as number; entry < (ends[row + 1] as number); entry++) {
        const at = (weights + (heap.words[others / 4 + entry] as number) * stride) / 4;
        for (let i = 0, to = row * width; i < factors; i++, to++)
          means[to] = (means[to] as number) + root * (heap.floats[at + i] as number);
      }
    }
  }

  return {
    async doubt(users, movies) {
      requireAlive();
      checkIndices(options.graph, { users, movies });
      if (clock.steps < (BURN_IN + 2) * stepsPerSweep) return null;
      const { user, movie } = spreads();
      const spread = Float32Array.from(users, (u, at) => {
        const [p, q] = [u * width, (movies[at] as number) * width];
        let variance = 0;
        for (let i = 0; i < factors; i++) {
          const [a, b] = [user.variances[p + i] as number, movie.variances[q + i] as number];
          variance += (user.means[p + i] as number) ** 2 * b + (movie.means[q + i] as number) ** 2 * a + a * b;
        }
        for (let i = factors; i < width; i++) variance += (user.variances[p + i] as number) + (movie.variances[q + i] as number);
        return Math.sqrt(variance);
      });
      return { spread, noise: Math.sqrt(heap.floats[gibbs.scalars / 4 + 2] as number) };
    },
  };
}
