import { expect, test } from 'vitest';
import type { PersonMatches } from '../../data/person/contract.ts';
import type { OwnMovie } from './contract.ts';
import { joinOwn, takenWords, writeOwn } from './own-file.ts';
import { moveWords } from './what-if-words.ts';

const HEAT: OwnMovie = { movieId: 6, title: 'Heat', year: 1995, stars: 4.5 };
const ODD: OwnMovie = { movieId: 7, title: 'He Said, "She Said"', year: null, stars: 2 };

test('ratings go out with readable titles, on a scale of five', () => {
  expect(writeOwn([{ ...HEAT, title: 'Godfather, The' }, ODD], { max: 5 })).toBe(
    'Name,Year,Letterboxd URI,Rating\nThe Godfather,1995,,4.5\n"He Said, ""She Said""",,,2\n',
  );
  expect(writeOwn([{ ...HEAT, stars: 9 }], { max: 10 })).toContain('Heat,1995,,4.5');
});

const row = (kind: string, title: string, stars: number) => ({ kind, title, stars, movies: [] });
const MATCHES = {
  rows: [row('matched', 'Heat', 2), row('missing', 'No Such Film', 3), row('matched', 'Emma', 5)],
  unrated: 0,
  faulty: { count: 2, lines: ['Line 3: the rating 9'] },
} as unknown as PersonMatches;

test('a file adds its ratings and renews those that are there; what does not match is named', () => {
  const emma = { movieId: 9, title: 'Emma', year: 1996, ratings: 5 };
  expect(joinOwn([HEAT, ODD], MATCHES, [{ ...HEAT, ratings: 9 }, emma])).toEqual([
    { ...HEAT, stars: 2 },
    { movieId: 9, title: 'Emma', year: 1996, stars: 5 },
    ODD,
  ]);
  expect(takenWords(MATCHES)).toBe(
    '2 ratings taken from the file. Not in the data: “No Such Film”. Lines that cannot be read: 2 (Line 3: the rating 9).',
  );
  const rows = [row('unclear', 'Hamlet', 3), row('repeated', 'Heat', 2), row('taken', 'Heat', 2)];
  expect(takenWords({ ...MATCHES, rows, unrated: 1, faulty: { count: 0, lines: [] } } as unknown as PersonMatches)).toBe(
    '0 ratings taken from the file. Several movies fit, so search for them: “Hamlet”. Rated more than once in the file: 2. One rating of each counts. Without a rating: 1.',
  );
});

test('a movie of the new list comes from somewhere', () => {
  const [a, b, c] = [{ movieId: 1 }, { movieId: 2 }, { movieId: 3 }] as never[] as [never, never, never];
  expect([moveWords([a, b], b, 0), moveWords([a, b], a, 1), moveWords([a, b], c, 1), moveWords([a, b], b, 1)]).toEqual([
    'up 1',
    'down 1',
    'new',
    'same',
  ]);
});
