import { describe, expect, test } from 'vitest';
import { splitTitle } from './movie-fields.ts';

describe('titles', () => {
  test.each([
    ['Heat (1995)', 'Heat', 1995],
    ['2001: A Space Odyssey (1968)', '2001: A Space Odyssey', 1968],
    ['Misérables, Les (1995) ', 'Misérables, Les', 1995],
    ['Seven (a.k.a. Se7en) (1995)', 'Seven (a.k.a. Se7en)', 1995],
    ['Death Note: Desu nôto (2006–2007)', 'Death Note: Desu nôto (2006–2007)', null],
    ['(500) Days of Summer (2009)', '(500) Days of Summer', 2009],
    ['1984', '1984', null],
    ['', '', null],
  ])('%j is %j of %j', (text, title, year) => {
    expect(splitTitle(text)).toEqual({ title, year });
  });
});
