import { describe, expect, test } from 'vitest';
import { createRunControl, type RunControl } from './run-control.ts';

/** Lets everything happen that is ready to. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Whether a promise has resolved by now. */
async function isOver(promise: Promise<void>): Promise<boolean> {
  let over = false;
  void promise.then(() => {
    over = true;
  });
  await settle();
  return over;
}

/** A loop as training has it, of batches that one lets happen one by one. */
function loopOver(control: RunControl, batchesPerEpoch: number) {
  let done = 0;
  let halted: Promise<void> | null = null;
  return {
    get done() {
      return done;
    },
    /** Trains a batch unless halted or stopped. */
    async batch(): Promise<void> {
      if (control.stopped || (halted && !(await isOver(halted)))) return;
      if (control.stopped) return;
      done++;
      const grain = done % batchesPerEpoch === 0 ? 'epoch' : 'batch';
      halted = control.mustHalt(grain) ? control.halt() : null;
      await settle();
    },
  };
}

async function paused(batchesPerEpoch = 4) {
  const control = createRunControl();
  const loop = loopOver(control, batchesPerEpoch);
  const pausing = control.pause();
  await loop.batch();
  await pausing;
  return { control, loop };
}

test('a loop that takes over while the run is paused halts before its first batch, and goes on instead of the one before', async () => {
  const { control, loop } = await paused();
  expect(control.mustHalt('start')).toBe(true);
  const halted = control.halt();
  expect(await isOver(halted)).toBe(false);
  control.resume();
  expect(await isOver(halted)).toBe(true);
  await loop.batch();
  expect(loop.done).toBe(1);
  expect(control.mustHalt('batch')).toBe(false);
});

describe('running', () => {
  test('nothing halts', () => {
    const control = createRunControl();
    expect([control.stopped, control.mustHalt('batch'), control.mustHalt('epoch')]).toEqual([false, false, false]);
  });

  test('a step, which is for pauses, is over at once and changes nothing', async () => {
    const control = createRunControl();
    await control.step('batch');
    expect(control.mustHalt('epoch')).toBe(false);
  });

  test('resuming changes nothing', () => {
    const control = createRunControl();
    control.resume();
    expect([control.stopped, control.mustHalt('epoch')]).toEqual([false, false]);
  });
});

describe('pause', () => {
  test('is over once the loop has halted, not before', async () => {
    const control = createRunControl();
    const loop = loopOver(control, 4);
    await loop.batch();
    const pausing = control.pause();
    expect(await isOver(pausing)).toBe(false);
    await loop.batch();
    expect(await isOver(pausing)).toBe(true);
    await loop.batch();
    await loop.batch();
    expect(loop.done).toBe(2);
  });

  test('pressed twice, both are over together', async () => {
    const control = createRunControl();
    const both = [control.pause(), control.pause()];
    expect(await Promise.all(both.map(isOver))).toEqual([false, false]);
    await loopOver(control, 4).batch();
    expect(await Promise.all(both.map(isOver))).toEqual([true, true]);
  });

  test('while paused it is over at once', async () => {
    const { control } = await paused();
    expect(await isOver(control.pause())).toBe(true);
  });

  test('called off by resuming before the loop has halted, it is over and the loop goes on', async () => {
    const control = createRunControl();
    const loop = loopOver(control, 4);
    const pausing = control.pause();
    control.resume();
    expect(await isOver(pausing)).toBe(true);
    await loop.batch();
    await loop.batch();
    expect(loop.done).toBe(2);
  });

  test('is over when the run ends without halting', async () => {
    const control = createRunControl();
    const pausing = control.pause();
    control.stop();
    expect(await isOver(pausing)).toBe(true);
  });
});

describe('resume', () => {
  test('lets the loop go on', async () => {
    const { control, loop } = await paused();
    control.resume();
    for (let i = 0; i < 5; i++) await loop.batch();
    expect(loop.done).toBe(6);
  });

  test('and pausing again halts again', async () => {
    const { control, loop } = await paused();
    control.resume();
    await loop.batch();
    const pausing = control.pause();
    await loop.batch();
    await pausing;
    await loop.batch();
    expect(loop.done).toBe(3);
  });

  test('between the question and the halt, the loop does not halt', async () => {
    const control = createRunControl();
    const pausing = control.pause();
    expect(control.mustHalt('batch')).toBe(true);
    control.resume();
    expect(await isOver(control.halt())).toBe(true);
    expect(await isOver(pausing)).toBe(true);
  });
});

describe('step', () => {
  test('of a batch trains one and pauses again', async () => {
    const { control, loop } = await paused();
    const stepping = control.step('batch');
    expect(await isOver(stepping)).toBe(false);
    await loop.batch();
    expect(await isOver(stepping)).toBe(true);
    await loop.batch();
    expect(loop.done).toBe(2);
  });

  test('of an epoch trains to its end and pauses again', async () => {
    const { control, loop } = await paused(4);
    const stepping = control.step('epoch');
    for (let i = 0; i < 10; i++) await loop.batch();
    expect(await isOver(stepping)).toBe(true);
    expect(loop.done).toBe(4);
  });

  test('of an epoch can be cut short by pausing', async () => {
    const { control, loop } = await paused(4);
    const stepping = control.step('epoch');
    await loop.batch();
    const pausing = control.pause();
    await loop.batch();
    expect([await isOver(stepping), await isOver(pausing)]).toEqual([true, true]);
    expect(loop.done).toBe(3);
  });

  test('is over when the run is resumed or stopped meanwhile', async () => {
    for (const end of ['resume', 'stop'] as const) {
      const { control } = await paused();
      const stepping = control.step('epoch');
      control[end]();
      expect(await isOver(stepping)).toBe(true);
    }
  });
});

describe('stop', () => {
  test('while running', async () => {
    const control = createRunControl();
    const loop = loopOver(control, 4);
    control.stop();
    await loop.batch();
    expect([control.stopped, loop.done]).toEqual([true, 0]);
  });

  test('while paused wakes the loop, which ends', async () => {
    const { control, loop } = await paused();
    control.stop();
    await loop.batch();
    expect([control.stopped, loop.done]).toEqual([true, 1]);
  });

  test('between the question and the halt is not lost', async () => {
    const control = createRunControl();
    void control.pause();
    expect(control.mustHalt('batch')).toBe(true);
    control.stop();
    expect(await isOver(control.halt())).toBe(true);
    expect(control.stopped).toBe(true);
  });

  test('is final: nothing brings the run back, and nothing hangs', async () => {
    const control = createRunControl();
    control.stop();
    control.stop();
    control.resume();
    expect(await isOver(control.pause())).toBe(true);
    expect(await isOver(control.step('epoch'))).toBe(true);
    expect([control.stopped, control.mustHalt('epoch')]).toEqual([true, false]);
  });
});

describe('the time that was worked', () => {
  test('leaves halts and rests out', async () => {
    let now = 0;
    const control = createRunControl(() => now);
    now += 2000;
    control.begin({ waits: true, haltsAt: null });
    const resting = control.rest(0.25);
    now += 60_000;
    const pausing = control.pause();
    await resting;
    const halted = control.halt();
    await pausing;
    now += 60_000;
    control.resume();
    await halted;
    now += 500;
    expect(control.workedSeconds()).toBe(2.5);
  });
});

describe('rest', () => {
  test('there is none at full speed, nor after an epoch that took its second', async () => {
    const control = createRunControl();
    expect(await isOver(control.rest(0))).toBe(true);
    control.setWaits(true);
    expect(await isOver(control.rest(1.5))).toBe(true);
    expect(await isOver(control.rest(0.5))).toBe(false);
    control.stop();
  });

  test('there is none for who steps from epoch to epoch', async () => {
    const { control } = await paused();
    control.setWaits(true);
    void control.step('epoch');
    expect(await isOver(control.rest(0))).toBe(true);
    control.stop();
  });
});
