import { expect, test, vi } from 'vitest';
import { createNodeHost } from '../../bench/node-host.mjs';
import { parityCase, parityOptions } from '../engines/parity.ts';
import { createSimdTrainer } from '../engines/simd/trainer.ts';
import type { Trainer, TrainerOptions, TrainerState } from '../engines/trainer.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { holdState, openState } from './held-state.ts';
import { LARGE_NUMBERS } from './put-aside.ts';

const host = await createNodeHost(1);

/** Two tables, one of more numbers than a piece has, after an epoch. */
async function trained(users: number, optimizer: 'adam' | 'adagrad' | 'sgd' | 'gibbs'): Promise<[Trainer, TrainerOptions]> {
  const options = parityOptions(parityCase('dot + bias', {}, { optimizer, users, movies: 60, batchSize: 300 }));
  const trainer = await createSimdTrainer(options, host);
  trainer.beginEpoch(Int32Array.from(options.examples.targets, (_, i) => i));
  const steps = trainer.stepsPerEpoch ?? Math.ceil(options.examples.targets.length / options.batchSize);
  for (let step = 0; step < steps; step++) trainer.step(step, 0.01);
  return [trainer, options];
}

const { graph } = parityOptions(parityCase('dot + bias', {}, { users: 1, movies: 60 }));
const width = graph.nodes.flatMap((node) => (node.kind === 'embedding' ? [node.width] : []))[0] as number;
const MANY = Math.ceil((1.5 * LARGE_NUMBERS) / width);

/** Where states differ; to compare millions of numbers one by one takes seconds. */
function differences(a: TrainerState, b: TrainerState): string[] {
  const bytes = (values: Float32Array | undefined) => values && Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return (['weights', 'first', 'second'] as const).flatMap((section) =>
    [...new Set([...Object.keys(a[section]), ...Object.keys(b[section])])].flatMap((name) => {
      const [one, other] = [bytes(a[section][name]), bytes(b[section][name])];
      return one && other?.equals(one) ? [] : [`${section} ${name}`];
    }),
  );
}

test.each(['adam', 'adagrad', 'sgd', 'gibbs'] as const)(
  'a large state of %s comes back bit for bit, also from a checkpoint',
  async (optimizer) => {
    const [trainer, options] = await trained(MANY, optimizer);
    const state = await trainer.readState();
    const held = await holdState(trainer, options.graph);
    expect(held.steps).toBe(state.steps);
    expect(differences(await openState(held), state)).toEqual([]);
    for (const either of [held, state]) {
      const written = await writeCheckpoint({ history: [], state: either, best: null });
      expect(differences((await readCheckpoint(written)).state as TrainerState, state)).toEqual([]);
    }
  },
);

test('of a large state no moment is held in memory', async () => {
  const [trainer, options] = await trained(MANY, 'adam');
  const { weights, first, second } = await holdState(trainer, options.graph);
  expect(Object.values(weights).every((values) => values instanceof Float32Array)).toBe(true);
  expect([first, second].flatMap((moments) => Object.values(moments)).every((values) => values instanceof Blob)).toBe(true);
});

test('a small state is held as it is read', async () => {
  const [trainer, options] = await trained(100, 'adam');
  expect(await holdState(trainer, options.graph)).toEqual(await trainer.readState());
});

test('a large state is held in memory where the browser has no room', async () => {
  const [trainer, options] = await trained(MANY, 'adam');
  const arrayBuffer = vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValue(new DOMException('no room', 'NotReadableError'));
  const held = await holdState(trainer, options.graph);
  arrayBuffer.mockRestore();
  expect(differences(held as TrainerState, await trainer.readState())).toEqual([]);
});
