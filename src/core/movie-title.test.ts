import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableTitle, searchableTitle, shortTitle } from './movie-title.ts';

test.each([
  ['English Patient, The', 'The English Patient'],
  ['English Patient, The (1996)', 'The English Patient (1996)'],
  ['Bug’s Life, A', 'A Bug’s Life'],
  ['Affair to Remember, An', 'An Affair to Remember'],
  [
    'Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il)',
    'The Good, the Bad and the Ugly (Il Buono, il brutto, il cattivo)',
  ],
  ['City of Lost Children, The (Cité des enfants perdus, La)', 'The City of Lost Children (La Cité des enfants perdus)'],
  ['Misérables, Les', 'Les Misérables'],
  ["Star Maker, The (Uomo delle stelle, L')", "The Star Maker (L'Uomo delle stelle)"],
  ['Avventura, L’', 'L’Avventura'],
  ['Wings of Desire (Himmel über Berlin, Der)', 'Wings of Desire (Der Himmel über Berlin)'],
  ['Boot, Das (Boat, The)', 'Das Boot (The Boat)'],
  ['Black Sabbath (Tre volti della paura, I)', 'Black Sabbath (I Tre volti della paura)'],
  ['Tin Drum, The (Blechtrommel, Die)', 'The Tin Drum (Die Blechtrommel)'],
  ['Seventh Seal, The (Sjunde inseglet, Det)', 'The Seventh Seal (Det Sjunde inseglet)'],
  ['Macbeth (a.k.a. Tragedy of Macbeth, The)', 'Macbeth (a.k.a. The Tragedy of Macbeth)'],
  ['Librarian, The: The Curse of the Judas Chalice', 'The Librarian: The Curse of the Judas Chalice'],
  ['Lord of the Rings: The Two Towers, The', 'The Lord of the Rings: The Two Towers'],
  ['Babies (Bébé(s), Les)', 'Babies (Bébé(s), Les)'],
  ['matrix, the', 'the matrix'],
])('%s is read as %s', (raw, readable) => {
  expect(readableTitle(raw)).toBe(readable);
});

test.each([
  'Monsters, Inc.',
  'Run, Hide, Die',
  'Tinker, Tailor, Soldier, Spy',
  'Spider Baby or, The Maddest Story Ever Told',
  'Murder in New Orleans, LA',
  'Oslo, August 31st (Oslo, 31. august)',
  'Brackets (never closed, The end',
  ', The',
  'The, ',
])('%s stays as it is', (title) => {
  expect(readableTitle(title)).toBe(title);
});

const ARTICLES = [
  'The',
  'A',
  'An',
  'La',
  'Le',
  'Les',
  'El',
  'Der',
  'Die',
  'Das',
  'Il',
  'I',
  'Lo',
  'Los',
  'Las',
  'Det',
  'Un',
  'Une',
];
/** A title without brackets, colons and commas, which have tests of their own. */
const plain = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} '!?.-]*[\p{L}\p{N}]$/u);

test('every article comes first, in brackets too, and the year stays last', () => {
  const names = fc.record({
    own: plain,
    other: plain,
    article: fc.constantFrom(...ARTICLES),
    first: fc.constantFrom(...ARTICLES),
  });
  fc.assert(
    fc.property(names, ({ own, other, article, first }) => {
      const raw = `${own}, ${article} (${other}, ${first}) (1999)`;
      expect(readableTitle(raw)).toBe(`${article} ${own} (${first} ${other}) (1999)`);
    }),
  );
});

test('whatever a title is, no letter gets lost', () => {
  const letters = (text: string): readonly string[] => [...text.replace(/[,\s]/g, '')].sort();
  const parts = fc.constantFrom(', ', 'The', 'A', "L'", 'I', '(', ')', ': ', ' ', 'Heat', 'a.k.a. ', 'é');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(parts).map((all) => all.join('')),
      ),
      (raw) => {
        expect(letters(readableTitle(raw))).toEqual(letters(raw));
      },
    ),
  );
});

test('both forms of a title are found', () => {
  fc.assert(
    fc.property(plain, fc.constantFrom(...ARTICLES), (own, article) => {
      const text = searchableTitle(`${own}, ${article}`);
      expect(text).toContain(`${own}, ${article}`.toLowerCase());
      expect(text).toContain(`${article} ${own}`.toLowerCase());
    }),
  );
});

test.each([
  ['Bicycle Thieves (a.k.a. The Bicycle Thief) (a.k.a. The Bicycle Thieves) (Ladri di biciclette)', 'Bicycle Thieves'],
  ['Seven Samurai (Shichinin no samurai)', 'Seven Samurai (Shichinin no samurai)'],
  ['(500) Days of Summer', '(500) Days of Summer'],
  ['M (a) of (b)', 'M (a) of (b)'],
  ['(a) (b)', '(a) (b)'],
  ['Heat', 'Heat'],
])('%s is short enough as %s', (title, short) => expect(shortTitle(title)).toBe(short));
