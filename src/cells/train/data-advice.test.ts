import { expect, test } from 'vitest';
import { resolve } from '../../core/settings/defaults.ts';
import { adviceOn } from './data-advice.ts';

const CLASS = { users: 30, movies: 20, scale: { min: 1, max: 5, step: 1 } };
const EQUAL = { ...CLASS, scale: { min: 5, max: 5, step: 1 } };

test('says why there is little to learn, and what to do', () => {
  expect(adviceOn({ ...CLASS, users: 1 }, resolve({}))?.message).toMatch(/^All ratings are from one user/);
  expect(adviceOn({ ...CLASS, movies: 1 }, resolve({}))?.message).toMatch(/^Only one movie was rated/);
  expect(adviceOn(EQUAL, resolve({}))).toMatchObject({ message: expect.stringMatching(/^All ratings are 5/), isOfAim: true });
});

test('says nothing where there is enough, nor of stars where none are to be learned', () => {
  expect(adviceOn(CLASS, resolve({}))).toBeNull();
  expect(adviceOn(EQUAL, resolve({ loss: 'implicit' }))).toBeNull();
  expect(adviceOn(EQUAL, resolve({ listWeight: 1 }))).toBeNull();
  expect(adviceOn(EQUAL, resolve({ model: 'popular' }))).toBeNull();
});
