import { expect, it } from 'vitest';
import { PORTS, parsePort } from './serve-build.mjs';

it('reads a port', () => {
  expect(parsePort('5000')).toBe(5000);
  expect(parsePort(undefined)).toBeUndefined();
});

it.each(['', '0', '65536', '-1', '80.5', '1e3', 'http'])('refuses %j as a port', (text) => {
  expect(() => parsePort(text)).toThrow('--port takes a number from 1 to 65535');
});

it.each(['1720', '4190', '6000', '6667', '10080'])('refuses port %s, which browsers do not open', (text) => {
  expect(() => parsePort(text)).toThrow(/^Browsers refuse to open port \d+, .*: choose another with --port/);
});

it('never picks 4190, which browsers do not open', () => {
  expect(PORTS.slice(0, 2)).toEqual([4173, 4174]);
  expect(PORTS).toContain(4191);
  expect(PORTS).not.toContain(4190);
});
