import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

test('leaves the first slice out, in which code is compiled', () => {
  let seconds = 5;
  const pace = createPace(() => seconds);
  pace.note(10);
  seconds = 7;
  pace.note(1010);
  expect(pace.perSecond()).toBe(500);
});

test('says nothing by a single slice, nor by a short time', () => {
  let seconds = 0;
  const pace = createPace(() => seconds);
  expect(pace.perSecond()).toBeNull();
  pace.note(10);
  seconds = 1;
  expect(pace.perSecond()).toBeNull();
  pace.note(20);
  seconds = 0.01;
  expect(pace.perSecond()).toBeNull();
});
