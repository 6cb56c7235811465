import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titleKeys } from './title-keys.ts';

/** How closely two titles share a key, as the looser of the two kinds. */
function shared(a: string, b: string): string | null {
  const kinds = ['whole', 'article', 'other-title', 'first-part'];
  const keys = new Map(titleKeys(b).map(({ key, kind }) => [key, kinds.indexOf(kind)]));
  const found = titleKeys(a).map(({ key, kind }) => Math.max(kinds.indexOf(kind), keys.get(key) ?? kinds.length));
  return kinds[Math.min(...found)] ?? null;
}

test.each([
  ['Matrix, The', 'The Matrix', 'whole'],
  ["Avventura, L'", 'L’avventura', 'whole'],
  ['Amélie', 'amelie', 'whole'],
  ['WALL·E', 'WALL-E', 'whole'],
  ['M*A*S*H', 'MASH', 'whole'],
  ['Spider-Man', 'Spiderman', 'whole'],
  ['Fast & Furious', 'Fast and Furious', 'whole'],
  ["Ocean's Eleven", 'Oceans Eleven', 'whole'],
  ['Straße, Die', 'Die Strasse', 'whole'],
  ['Godfather: Part II, The', 'The Godfather Part II', 'whole'],
  ['Birdman: Or (The Unexpected Virtue of Ignorance)', 'Birdman or (The Unexpected Virtue of Ignorance)', 'whole'],
  ['City of Lost Children, The (Cité des enfants perdus, La)', 'The City of Lost Children', 'whole'],
  ['City of Lost Children, The (Cité des enfants perdus, La)', 'La Cité des Enfants Perdus', 'other-title'],
  ['Seven (a.k.a. Se7en)', 'Se7en', 'other-title'],
  ['Babies (Bébé(s))', 'Babies', 'whole'],
  ['Babies (Bébé(s))', 'Bebes', 'other-title'],
  ['(500) Days of Summer', '500 Days of Summer', 'whole'],
  ['Brackets (never closed', 'brackets never closed', 'whole'],
  ['The Lego Movie', 'Lego Movie', 'article'],
  ['Star Wars: Episode IV - A New Hope', 'Star Wars', 'first-part'],
  ['The Hunger Games (The Hunger Games, #1)', 'The Hunger Games', 'whole'],
  ['千と千尋の神隠し', '千と千尋の神隠し', 'whole'],
  ['!!!', '!!!', 'whole'],
  ['Heat', 'Meat', null],
  ['Alien', 'Aliens', null],
])('%s and %s: %s', (a, b, kind) => {
  expect(shared(a, b)).toBe(kind);
});

test('every title has keys, shares them with itself and with what only differs in capitals and blanks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const keys = titleKeys(title);
      expect(keys.length).toBeGreaterThan(0);
      expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
      expect(titleKeys(`  ${title} `)).toEqual(keys);
    }),
  );
});
