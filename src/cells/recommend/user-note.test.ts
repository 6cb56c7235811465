import { expect, test } from 'vitest';
import { DEFAULTS } from '../../core/settings/tuned.ts';
import type { Recommendation } from './contract.ts';
import { userNote } from './user-note.ts';

const MOVIE = {} as Recommendation['movies'][number];
const MOVIES = [MOVIE, MOVIE];
const UNSEEN = { seenInTraining: false, isOrdered: true, movies: MOVIES };

test('says what is left of the prediction for a user without a training rating', () => {
  expect(userNote(UNSEEN, { ...DEFAULTS.dot, biases: true })).toBe(
    'No rating of this user is in the training part: this user has no learned factors, so the list is ranked by the movies’ biases.',
  );
  expect(userNote(UNSEEN, { ...DEFAULTS.dot, biases: false })).toContain('every movie has the same prediction');
  expect(userNote(UNSEEN, { ...DEFAULTS.dot, demographics: true })).toContain('demographics');
  expect(userNote(UNSEEN, { ...DEFAULTS.dot, listWeight: 0.8, demographics: true })).toContain('how often each movie is chosen');
  expect(userNote(UNSEEN, { ...DEFAULTS.dot, optimizer: 'gibbs' })).toContain('takes this user for an average one');
  expect(userNote(UNSEEN, DEFAULTS.mlp)).toContain('the movies alone');
  expect(userNote(UNSEEN, DEFAULTS.neighbours)).toContain('the movies’ biases');
});

test('says nothing where the list is the same for all users', () => {
  expect([DEFAULTS.mean, DEFAULTS.popular].map((configuration) => userNote(UNSEEN, configuration))).toEqual([null, null]);
});

test('says where nothing orders the list', () => {
  const tied = { seenInTraining: true, isOrdered: false, movies: MOVIES };
  expect(userNote(tied, DEFAULTS.mean)).toContain('the order of the list has no meaning');
  expect(userNote({ ...tied, isOrdered: true }, DEFAULTS.mean)).toBeNull();
  for (const movies of [[], [MOVIE]]) expect(userNote({ ...tied, movies }, DEFAULTS.mean)).toBeNull();
});
