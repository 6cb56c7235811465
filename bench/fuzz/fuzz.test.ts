import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { seedFiles } from './inputs.ts';

test('whatever is fed to the parsers is read or refused with a sentence', async () => {
  const { inputs, read, refused } = await fuzz(3000, 1);
  expect(inputs).toBe(3000);
  expect(read).toBeGreaterThan(100);
  expect(Object.keys(refused)).toEqual(
    expect.arrayContaining(['data-malformed', 'data-no-ratings', 'data-not-zip', 'data-tables', 'data-unmapped']),
  );
});

test('the same seed feeds the same inputs', async () => {
  const { slowestMs: _, ...first } = await fuzz(200, 7);
  expect(await fuzz(200, 7)).toMatchObject(first);
  expect((await seedFiles()).length).toBeGreaterThan(15);
});
