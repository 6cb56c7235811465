import { expect, test } from 'vitest';
import type { GroupMovie } from './contract.ts';
import { eachWords, togetherWords, unseenWords } from './words.ts';

test('what orders the list is said, and that scores are standardised where they are', () => {
  expect(togetherWords('mean', false)).toBe('The score of a movie is the mean of these users’ scores.');
  expect(togetherWords('least', true)).toMatch(/lowest.*standardised/);
});

test('each user’s prediction is named, with what they gave', () => {
  const each = [
    { userId: 15, predicted: 4.2, gave: null },
    { userId: 20, predicted: 3.456, gave: 4 },
  ];
  expect(eachWords({ each } as unknown as GroupMovie)).toMatch(/^User 15: 4\.2.* · User 20: 3\.4.* \(gave 4\.0\)$/);
});

test('who is unknown to the model is named', () => {
  expect(unseenWords({ unseen: [] })).toBeNull();
  expect(unseenWords({ unseen: [7] })).toContain('of user 7 is');
  expect(unseenWords({ unseen: [7, 9] })).toContain('of users 7, 9 is');
});
