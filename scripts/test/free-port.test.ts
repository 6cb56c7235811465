import { expect, it } from 'vitest';
import { freePort } from './free-port.mjs';

it('is a port that can be listened on', async () => {
  expect(await freePort()).toBeGreaterThan(0);
});

it('asks again where browsers would not open the port', async () => {
  const offered = [4190, 6000, 5000];
  expect(await freePort(async () => offered.shift() ?? 0)).toBe(5000);
});
