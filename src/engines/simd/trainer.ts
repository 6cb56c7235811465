import { checkTrainerOptions } from '../check-options.ts';
import { countOf } from '../examples.ts';
import type { Trainer, TrainerOptions } from '../trainer.ts';
import { createBatchWindow } from './batch-window.ts';
import { createRatingSteps } from './by-rating/stepping.ts';
import { createDoubt } from './gibbs/doubt.ts';
import { withGibbsState } from './gibbs/state.ts';
import { createGibbsSteps } from './gibbs/stepping.ts';
import type { SimdHost } from './host.ts';
import { startMachine } from './machine.ts';
import { createPredicting } from './predicting.ts';
import { createRanking } from './ranking.ts';
import { createRowClock } from './row-clock.ts';
import { createSolving } from './solver/stepping.ts';
import { createStepping } from './stepping.ts';
import { createStateInPieces, createStoredState, storeState } from './stored-state.ts';
import type { KeptOptions, TrainerParts } from './trainer-parts.ts';

/** A trainer whose threads can be chosen. */
export type SimdTrainer = Trainer & Required<Pick<Trainer, 'threads'>>;

/** Trains a graph with our own WebAssembly kernels, on as many threads as the host gives. */
export async function createSimdTrainer(options: TrainerOptions, host: SimdHost): Promise<SimdTrainer> {
  checkTrainerOptions(options);
  const machine = await startMachine(options, host);
  const { examples, weights, ...rest } = options;
  const kept: KeptOptions = { ...rest, count: countOf(examples) };
  const clock = createRowClock(kept, machine);
  const batches = createBatchWindow(machine, kept.batchSize);
  let isDisposed = false;
  function requireAlive(): void {
    if (isDisposed) throw new Error('This trainer has been disposed of');
  }
  const parts: TrainerParts = { options: kept, machine, clock, batches, requireAlive };
  const stepping = steppingOf(parts);
  storeState(kept, machine, clock, { weights, first: {}, second: {} }, 0, true);
  return {
    engine: 'simd',
    threads: machine.team,
    ...stepping,
    ...createPredicting(parts),
    ...createRanking(parts),
    ...createStoredState(parts),
    ...(machine.plan.gibbs ? ofSamples(parts, stepping.stepsPerEpoch as number) : createStateInPieces(parts)),
    dispose() {
      if (isDisposed) return;
      isDisposed = true;
      machine.stop();
    },
  };
}

function steppingOf(parts: TrainerParts): Pick<Trainer, 'stepsPerEpoch' | 'beginEpoch' | 'step' | 'takeLoss'> {
  const { solver, byRating, gibbs } = parts.machine.plan;
  if (gibbs) return createGibbsSteps(parts, gibbs);
  if (solver) return createSolving(parts, solver);
  return byRating ? createRatingSteps(parts, byRating) : createStepping(parts);
}

/** What only a sampler has. */
function ofSamples(parts: TrainerParts, stepsPerSweep: number) {
  const { machine } = parts;
  const { gibbs } = machine.plan;
  if (!gibbs?.settings.draws) return null;
  return {
    ...withGibbsState(machine, gibbs, createStoredState(parts)),
    ...createDoubt(parts, gibbs, stepsPerSweep),
  };
}
