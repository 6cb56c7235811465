import { expect, test } from 'vitest';
import { DEFAULTS } from '../../core/settings/defaults.ts';
import { unseenUserNote } from './unseen-user-note.ts';

test('says what is left of the prediction for a user without a training rating', () => {
  expect(unseenUserNote({ ...DEFAULTS.dot, biases: true })).toBe(
    'All ratings of this user were held out of training: they have no learned factors, and the list goes by the movies’ biases.',
  );
  expect(unseenUserNote({ ...DEFAULTS.dot, biases: false })).toContain('every movie has the same prediction');
  expect(unseenUserNote({ ...DEFAULTS.dot, demographics: true })).toContain('demographics');
  expect(unseenUserNote({ ...DEFAULTS.dot, listWeight: 0.8, demographics: true })).toContain('how often each movie is chosen');
  expect(unseenUserNote(DEFAULTS.mlp)).toContain('the movies alone');
  expect(unseenUserNote(DEFAULTS.neighbours)).toContain('the movies’ biases');
});

test('says nothing where the list is the same for all users', () => {
  expect([DEFAULTS.mean, DEFAULTS.popular].map(unseenUserNote)).toEqual([null, null]);
});
