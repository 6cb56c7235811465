import { createRandom, shuffle } from '../core/random.ts';
import type { Trainer } from '../engines/trainer.ts';

/** What a run learns from, epoch by epoch. */
export interface Material {
  /** How many examples there are, or pairs of them. */
  readonly count: number;
  /** How many of the trainer's examples belong together, one after the other. */
  readonly groupSize: number;
  readonly seed: number;
  /** The movies of the trainer's examples in an epoch, from 1; absent where they stay as they are. */
  readonly moviesOf?: ((epoch: number) => Int32Array) | undefined;
  /** Of the list task; absent where there is none. */
  readonly listUsers?: Int32Array | undefined;
}

export interface Epochs {
  /** Begins the next epoch on a trainer, in an order of its own. */
  begin(trainer: Trainer): void;
}

/** Epochs after those that are done: what is drawn for an epoch depends on all orders before. */
export function createEpochs({ count, groupSize, seed, moviesOf, listUsers }: Material, done: number): Epochs {
  const random = createRandom(seed, 'order');
  const order = new Int32Array(count);
  // By position: a function for each takes ten times as long.
  for (let i = 0; i < count; i++) order[i] = i;
  const users = listUsers?.slice();
  const ofUsers = createRandom(seed, 'order of the list');
  const draw = (): void => {
    shuffle(order, random);
    if (users) shuffle(users, ofUsers);
  };
  for (let epoch = 1; epoch <= done; epoch++) draw();
  let epoch = done;
  return {
    begin(trainer) {
      epoch++;
      draw();
      trainer.beginEpoch(groupSize === 1 ? order : spread(order, groupSize), moviesOf?.(epoch), users);
    },
  };
}

/** Each group's positions, one after the other. */
const spread = (order: Int32Array, size: number): Int32Array =>
  Int32Array.from({ length: order.length * size }, (_, i) => (order[Math.floor(i / size)] as number) * size + (i % size));
