import { expect, test } from 'vitest';
import { yieldToMessages } from './clock.ts';

/** Works on until a message posted beforehand arrives, at most 1,000 rounds. */
async function roundsUntilHeard(wait: () => Promise<void>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let heard = false;
  port1.onmessage = () => {
    heard = true;
  };
  port2.postMessage('stop');
  let rounds = 0;
  while (!heard && rounds < 1000) {
    await wait();
    rounds++;
  }
  port1.close();
  return rounds;
}

test('a loop that yields hears a waiting message', async () => {
  expect(await roundsUntilHeard(yieldToMessages)).toBeLessThan(1000);
});

test('awaiting a settled promise would not have been enough', async () => {
  expect(await roundsUntilHeard(() => Promise.resolve())).toBe(1000);
});
