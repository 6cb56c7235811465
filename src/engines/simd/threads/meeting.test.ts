import { describe, expect, test } from 'vitest';
import { createMeeting, leave } from './meeting.ts';

const control = (): Int32Array => new Int32Array(new SharedArrayBuffer(64));

describe('createMeeting', () => {
  test('lets the last to come go on at once, round after round', () => {
    const words = control();
    const meet = createMeeting(words, 1, 1);
    expect(() => {
      for (let round = 0; round < 3; round++) meet();
    }).not.toThrow();
  });

  test('gives up on a thread that does not come', () => {
    expect(createMeeting(control(), 2, 5)).toThrow('A training thread no longer answers');
  });

  test('ends for all when one has failed', () => {
    const words = control();
    leave(words);
    expect(createMeeting(words, 1, 1)).toThrow('A training thread has failed');
  });
});
