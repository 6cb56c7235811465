import { expect, test } from 'vitest';
import type { RunControl } from '../training/run-control.ts';
import { createExclusive } from './exclusive.ts';

/** A loop that halts where it is told to, and counts its steps. */
function createLoop() {
  const loop = {
    steps: 0,
    async run(control: RunControl): Promise<'stopped'> {
      while (!control.stopped) {
        if (control.mustHalt('start')) await control.halt();
        else loop.steps++;
        await new Promise((resolve) => setTimeout(resolve));
      }
      return 'stopped';
    },
  };
  return loop;
}

/** The steps that a loop takes meanwhile. */
async function stepsOf(loop: { readonly steps: number }): Promise<number> {
  const before = loop.steps;
  await new Promise((resolve) => setTimeout(resolve, 20));
  return loop.steps - before;
}

test('a training goes first: what is trained in the background halts meanwhile, and goes on', async () => {
  const exclusive = createExclusive();
  const loop = createLoop();
  const background = exclusive.trainInBackground(loop.run);
  await exclusive.train(async () => expect(await stepsOf(loop)).toBe(0));
  expect(await stepsOf(loop)).toBeGreaterThan(0);
  await exclusive.load(async () => undefined);
  expect(await background).toBe('stopped');
});

test('what begins in the background while somebody trains waits for its first step', async () => {
  const exclusive = createExclusive();
  const loop = createLoop();
  await exclusive.train(async () => {
    void exclusive.trainInBackground(loop.run);
    expect(await stepsOf(loop)).toBe(0);
  });
  expect(await stepsOf(loop)).toBeGreaterThan(0);
  await exclusive.load(async () => undefined);
});

test('the background stays halted for as long as anybody holds it', async () => {
  const exclusive = createExclusive();
  const loop = createLoop();
  void exclusive.trainInBackground(loop.run);
  const hold = exclusive.holdBackground();
  await exclusive.train(async () => undefined);
  expect(await stepsOf(loop)).toBe(0);
  hold.release();
  expect(await stepsOf(loop)).toBeGreaterThan(0);
  await exclusive.load(async () => undefined);
});

test('runs that belong together go side by side, and all halt and end together', async () => {
  const exclusive = createExclusive();
  const [one, other] = [createLoop(), createLoop()];
  const going = [exclusive.trainInBackground(one.run, 'sweep'), exclusive.trainInBackground(other.run, 'sweep')];
  await expect(exclusive.trainInBackground(createLoop().run, 'repeats')).rejects.toMatchObject({ code: 'busy' });
  await expect(exclusive.trainInBackground(createLoop().run)).rejects.toMatchObject({ code: 'busy' });
  await exclusive.train(async () => {
    expect(await stepsOf(one)).toBe(0);
    expect(await stepsOf(other)).toBe(0);
  });
  expect(await stepsOf(other)).toBeGreaterThan(0);
  await exclusive.load(async () => undefined);
  expect(await Promise.all(going)).toEqual(['stopped', 'stopped']);
});

test('one at a time is trained in the background, and none while data is loaded', async () => {
  const exclusive = createExclusive();
  void exclusive.trainInBackground(createLoop().run);
  await expect(exclusive.trainInBackground(createLoop().run)).rejects.toMatchObject({ code: 'busy' });
  await exclusive.load(() => expect(exclusive.trainInBackground(createLoop().run)).rejects.toMatchObject({ code: 'busy' }));
});
