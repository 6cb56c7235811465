import { expect, it } from 'vitest';
import { parsePort } from './serve-build.mjs';

it('reads a port', () => {
  expect(parsePort('5000')).toBe(5000);
  expect(parsePort(undefined)).toBeUndefined();
});

it.each(['', '0', '65536', '-1', '80.5', '1e3', 'http'])('refuses %j as a port', (text) => {
  expect(() => parsePort(text)).toThrow('--port takes a number from 1 to 65535');
});
