import { createRandom, shuffle } from '../core/random.ts';
import { type ParityCase, parityCase, parityOptions } from './parity.ts';
import type { Trainer, TrainerOptions, TrainerState } from './trainer.ts';

/** What a run leaves behind: the losses of its epochs, predictions after each, and its state at the end. */
export interface RunRecord {
  readonly losses: readonly number[];
  readonly predictions: readonly Float32Array[];
  readonly state: TrainerState;
}

/** Epochs before the interruption, and in all. */
const BEFORE = 2;
const EPOCHS = 5;

type Create = (options: TrainerOptions) => Trainer | Promise<Trainer>;

/** The last epochs of a run that went through, and of those that other trainers took up from its state at an epoch's end. */
export async function resume(
  parity: ParityCase,
  create: Create,
  takeUps: readonly Create[] = [create],
): Promise<{ readonly through: RunRecord; readonly resumed: readonly RunRecord[] }> {
  const options = parityOptions(parity);
  const first = await create(options);
  const others = await Promise.all(takeUps.map((takeUp) => takeUp(options)));
  await runEpochs(parity, first, 0, BEFORE);
  const state = await first.readState();
  for (const other of others) other.writeState(state);
  const [through, ...resumed] = await Promise.all(
    [first, ...others].map((trainer) => runEpochs(parity, trainer, BEFORE, EPOCHS)),
  );
  for (const trainer of [first, ...others]) trainer.dispose();
  return { through: through as RunRecord, resumed };
}

/** Trains the epochs from … to − 1, each with its own order and learning rate. */
async function runEpochs(parity: ParityCase, trainer: Trainer, from: number, to: number): Promise<RunRecord> {
  const { examples, batchSize } = parityOptions(parity);
  const { users, movies, targets } = examples;
  const losses: number[] = [];
  const predictions: Float32Array[] = [];
  for (let epoch = from; epoch < to; epoch++) {
    const order = Int32Array.from(targets, (_, i) => i);
    const steps = trainer.stepsPerEpoch ?? Math.ceil(order.length / batchSize);
    trainer.beginEpoch(shuffle(order, createRandom(epoch, 'resumption')));
    for (let index = 0; index < steps; index++) trainer.step(index, 0.02 * 0.9 ** epoch);
    losses.push((await trainer.takeLoss()).total);
    predictions.push(await trainer.predict(users, movies));
  }
  return { losses, predictions, state: await trainer.readState() };
}

/** Rows that are read often, rarely and never; dropout, whose masks depend on the steps made. */
export const RESUMPTION_CASES: readonly ParityCase[] = (['adam', 'lazy-adam', 'sgd', 'adagrad'] as const).flatMap((optimizer) => [
  parityCase(
    `dot + bias, ${optimizer}`,
    { userFactors: 7, movieFactors: 7 },
    { optimizer, users: 90, movies: 60, batchSize: 20 },
  ),
  parityCase(`MLP, ${optimizer}`, { model: 'mlp', hidden: [9, 6], dropout: 0.3 }, { optimizer, users: 90, movies: 60 }),
]);
