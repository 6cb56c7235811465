import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { readWhole } from './archive-file.ts';
import { openContainer } from './open-container.ts';

const WORDS = { what: 'The file', remedy: 'Get it again.' };
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));

async function csvOf(bytes: Uint8Array): Promise<string> {
  const { files } = await openContainer(new File([bytes as BlobPart], 'ratings.parquet'), WORDS);
  return new TextDecoder().decode(await readWhole(files[0] as (typeof files)[0], () => {}));
}

test.each(['none', 'snappy', 'zstd', 'gzip'])(
  'is read as CSV of all columns (%s), whole numbers with all of their digits',
  async (compression) => {
    expect(await csvOf(read(`ratings-${compression}.parquet`))).toBe(
      [
        'userId,movieId,rating,timestamp,note',
        '90000000000000001,"a, ""b""",4.5,2001-12-31T12:00:00.000Z,"two\nlines"',
        '90000000000000002,c,3,2002-01-01T00:00:00.000Z,',
        '3,e,5,2005-09-06T00:00:00.000Z,x\n',
      ].join('\n'),
    );
  },
);

test('with bytes altered it is refused or read, never anything else', async () => {
  const whole = read('ratings-snappy.parquet');
  let refused = 0;
  for (let at = 4; at < whole.length; at += 3) {
    const result: unknown = await csvOf(whole.with(at, (whole[at] as number) ^ 0x55)).catch((thrown: unknown) => thrown);
    if (result instanceof LabError) refused++;
    else expect(result).toBeTypeOf('string');
  }
  expect(refused).toBeGreaterThan(20);
});
