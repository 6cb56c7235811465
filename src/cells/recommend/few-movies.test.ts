import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classRatings } from '../../core/class-ratings.fixture.ts';
import { sizeOf } from '../../core/settings/data-size.ts';
import { resolve } from '../../core/settings/defaults.ts';
import type { Recommendation } from './contract.ts';
import { fewMovies } from './few-movies.ts';
import { leftOver } from './lab/left-over.ts';

/** The counts of 7 unrated movies of 9, of which some are shown. */
const COUNTS = Int32Array.of(8, 8, 3, 7, 1, 2, 5, 4, 30);
const OWN = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 1);

const ALL = new Uint8Array(9).fill(1);

function wordsFor(minRatings: number, isOut = OWN, passes = ALL) {
  const left = leftOver(COUNTS, { isOut, passes }, 5, minRatings);
  const shown = Math.min(5, left.unrated - left.filtered - left.hidden);
  return fewMovies({ movies: new Array(shown).fill({}) as Recommendation['movies'], left });
}

describe('a list that is not full', () => {
  test('says how many movies too few users rated, and what to lower', () => {
    expect(wordsFor(10)).toEqual({
      message: '7 of the 7 movies that this user has not rated have fewer than 10 ratings.',
      lower: 3,
      isFiltered: false,
    });
    expect(wordsFor(4)?.message).toBe('3 of the 7 movies that this user has not rated have fewer than 4 ratings.');
  });

  test('says that nothing is left only where it is so', () => {
    expect(
      wordsFor(
        1,
        OWN.map(() => 1),
      ),
    ).toEqual({
      message: 'This user has rated every movie: nothing is left to recommend.',
      lower: null,
      isFiltered: false,
    });
    const allButTwo = COUNTS.map((_, movie) => (movie < 2 ? 0 : 1));
    expect(wordsFor(1, Uint8Array.from(allButTwo))?.message).toBe('This user has rated all movies except these.');
  });

  test('says what the filters leave, which can be cleared', () => {
    const only = (...movies: readonly number[]) => ALL.map((_, movie) => Number(movies.includes(movie)));
    expect(wordsFor(1, OWN, only())).toEqual({
      message: 'No movie that this user has not rated passes the filters.',
      lower: null,
      isFiltered: true,
    });
    expect(wordsFor(1, OWN, only(1, 2))?.message).toBe('The filters leave 2 movies that this user has not rated.');
    expect(wordsFor(4, OWN, only(1, 2))).toEqual({
      message: '1 of the 2 movies that this user has not rated and that pass the filters has fewer than 4 ratings.',
      lower: 3,
      isFiltered: true,
    });
  });

  test('a full one says nothing', () => {
    expect(wordsFor(3)).toBeNull();
  });
});

test('on a class’s own ratings every list is full at the first click', () => {
  const { users, movies, count, userIds, movieIds } = classRatings(1);
  const counts = new Int32Array(movieIds.size);
  for (const movie of movies) counts[movie] = (counts[movie] as number) + 1;
  for (let user = 0; user < userIds.size; user++) {
    const isOwn = new Uint8Array(movieIds.size);
    movies.forEach((movie, at) => {
      if (users[at] === user) isOwn[movie] = 1;
    });
    const passes = new Uint8Array(movieIds.size).fill(1);
    expect(leftOver(counts, { isOut: isOwn, passes }, 5, resolve({}, sizeOf(count)).minRatings).hidden).toBe(0);
  }
});

test('what is offered fills the list, or shows all that there is, and no higher number does', () => {
  const movie = fc.record({ ratings: fc.integer({ min: 1, max: 30 }), isOwn: fc.boolean() });
  fc.assert(
    fc.property(fc.array(movie, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 40 }), (movies, minRatings) => {
      const counts = Int32Array.from(movies, ({ ratings }) => ratings);
      const { unrated, hidden, enough } = leftOver(
        counts,
        { isOut: Uint8Array.from(movies, ({ isOwn }) => Number(isOwn)), passes: new Uint8Array(movies.length).fill(1) },
        5,
        minRatings,
      );
      const having = (least: number) => movies.filter(({ ratings, isOwn }) => !isOwn && ratings >= least).length;
      expect([unrated, unrated - hidden]).toEqual([having(0), having(minRatings)]);
      expect(having(enough)).toBeGreaterThanOrEqual(Math.min(5, unrated));
      if (unrated > 0) expect(having(enough + 1)).toBeLessThan(Math.min(5, unrated));
    }),
  );
});
