import { expect, test } from 'vitest';
import { fetchPart, isPartMissing } from './fetch-part.ts';

test('a part that does not arrive is an error with a remedy, whatever the browser calls it', async () => {
  const failed = fetchPart(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  await expect(failed).rejects.toMatchObject({ code: 'part-missing', remedy: expect.stringContaining('Connect to the network') });
  await expect(failed).rejects.toSatisfy(isPartMissing);
  expect(await fetchPart(async () => 3)).toBe(3);
});
