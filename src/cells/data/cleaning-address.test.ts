import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cleaning, UNCLEANED } from '../../core/clean/cleaning.ts';
import { CLEANING_NAMES, readCleaning, writeCleaning } from './cleaning-address.ts';
import { draftOf, readDraft } from './which/cleaning-draft.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const count = fc.integer({ min: 1, max: 1e6 });
const cleanings: fc.Arbitrary<Cleaning> = fc
  .record<Cleaning>({
    notRated: fc.oneof(
      fc.constant('guess' as const),
      fc.uniqueArray(number, { maxLength: 4 }).map((values) => values.sort((a, b) => a - b)),
    ),
    least: fc.option(number, { nil: null }),
    most: fc.option(number, { nil: null }),
    repeats: fc.constantFrom('auto', 'newest', 'mean', 'sum', 'largest'),
    perUser: count,
    perItem: count,
    values: fc.constantFrom('raw', 'log1p'),
  })
  .filter(({ least, most }) => least === null || most === null || least <= most);

const read = (entries: Readonly<Record<string, string>>) => readCleaning(new Map(Object.entries(entries)));

test('what is written is read back equal, from the address and from what is typed', () => {
  fc.assert(
    fc.property(cleanings, (cleaning) => {
      expect(read(writeCleaning(cleaning))).toEqual({ cleaning, problems: [] });
      expect(readDraft(draftOf(cleaning))).toEqual({ cleaning, problem: null });
    }),
    { numRuns: 1000 },
  );
});

test('nothing is written of what is as it starts', () => expect(writeCleaning(UNCLEANED)).toEqual({}));

test('what cannot be used is said, and left as it starts', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...CLEANING_NAMES), fc.string()), (entries) => {
      const { cleaning, problems } = read(entries);
      for (const { message } of problems) expect(message).toMatch(/^The address sets \w+ to “/);
      expect(read(writeCleaning(cleaning)).problems).toEqual([]);
    }),
  );
  expect(read({ perUser: '0', least: 'x', repeats: 'median', notRated: '1,b' })).toMatchObject({
    cleaning: UNCLEANED,
    problems: [{ group: 'data' }, {}, {}, {}],
  });
});

test.each([
  [{ notRated: '−1; 99' }, { notRated: [-1, 99] }],
  [{ notRated: 'none' }, { notRated: [] }],
  [{ least: ' 0.5 ' }, { least: 0.5 }],
])('%j is %j', (typed, cleaning) => {
  expect(readDraft({ ...draftOf(UNCLEANED), ...typed }).cleaning).toEqual({ ...UNCLEANED, ...cleaning });
});

test.each([
  [{ notRated: 'minus one' }, 'Values that mean “not rated” are numbers, or the word none.'],
  [{ least: '5', most: '1' }, 'The smallest rating is larger than the largest.'],
  [{ perItem: '1.5' }, 'Minimum numbers of ratings are whole numbers from 1.'],
])('%j is no setting', (typed, problem) => {
  expect(readDraft({ ...draftOf(UNCLEANED), ...typed })).toEqual({ cleaning: null, problem });
});
