import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isNewEnough } from './check-node.mjs';

it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('takes Node %s', (version) => {
  expect(isNewEnough(version)).toBe(true);
});

it.each(['16.20.2', '18.20.0', '20.18.3'])('refuses Node %s', (version) => {
  expect(isNewEnough(version)).toBe(false);
});

it.each(['start.mjs', 'test.mjs'])('%s imports nothing that an old Node could not read before the check', (script) => {
  const source = readFileSync(new URL(script, import.meta.url), 'utf8');
  expect([...source.matchAll(/^import .* from '(.*)'/gm)].map(([, from]) => from)).toEqual(['./check-node.mjs']);
});
