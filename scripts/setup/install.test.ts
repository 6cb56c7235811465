import { expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/vite': { version: '8.3.8' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
};

it('is satisfied without optional packages of other systems', () => {
  expect(isInstalled(wanted, { packages: { 'node_modules/vite': { version: '8.3.8' } } })).toBe(true);
});

it('misses a package, another version of one, and another version of an optional one', () => {
  expect(isInstalled(wanted, { packages: {} })).toBe(false);
  expect(isInstalled(wanted, { packages: { 'node_modules/vite': { version: '8.3.7' } } })).toBe(false);
  const old = { 'node_modules/vite': { version: '8.3.8' }, 'node_modules/fsevents': { version: '2.3.2' } };
  expect(isInstalled(wanted, { packages: old })).toBe(false);
});
