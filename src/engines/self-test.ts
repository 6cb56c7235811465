import { yieldToMessages } from '../core/clock.ts';
import type { ModelName } from '../core/model-name.ts';
import type { Engine } from './engine.ts';
import { testLookup } from './lookup-test.ts';
import { measureParity, parityCase } from './parity.ts';

/** Rounding in 32 bits stays a hundred times below this; a GPU that computes in 16 bits is far above. */
const LARGEST_ERROR = 1e-4;

const DOT = parityCase('dot product', { userFactors: 3, movieFactors: 3 }, { steps: 10, users: 2100, movies: 2050 });
const MLP = parityCase('MLP', { model: 'mlp', userFactors: 7, movieFactors: 7, hidden: [8] }, { steps: 10 });

/**
 * Looks rows up that tell 32 bits from 16, then trains ten steps against the double-precision reference: of a dot product, with the last row
 * of each table, and of an MLP unless the model is without layers.
 *
 * @returns the largest error of losses (relative) and predictions, and in one sentence what is wrong; null where nothing is
 */
export async function selfTest(
  engine: Engine,
  model: ModelName,
): Promise<{ readonly error: number; readonly problem: string | null }> {
  const wrongLookup = await testLookup(engine);
  if (wrongLookup !== null) return { error: Number.POSITIVE_INFINITY, problem: wrongLookup };
  let error = 0;
  for (const parity of model === 'dot' ? [DOT] : [DOT, MLP]) {
    // Whoever looks at the data meanwhile need not wait for all of it.
    await yieldToMessages();
    const { loss, prediction } = await measureParity(parity, engine.create);
    error = Math.max(error, loss, prediction);
  }
  const problem = error <= LARGEST_ERROR ? null : `Its results are off by ${error.toExponential(0)} after ten steps.`;
  return { error, problem };
}
