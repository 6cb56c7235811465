import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readWhole } from './archive-file.ts';
import { openContainer } from './open-container.ts';

const WORDS = { what: 'The file', remedy: 'Get it again.' };

const read = async (bytes: Uint8Array, name = 'ratings.csv.gz') => {
  const { container, files } = await openContainer(new File([bytes as BlobPart], name), WORDS);
  const [file] = files;
  return {
    container,
    name: file?.name,
    size: file?.size,
    text: file && new TextDecoder().decode(await readWhole(file, () => {})),
  };
};

test('is the file in it, with its name and size', async () => {
  const text = 'user,item,rating\n1,2,3\n'.repeat(1000);
  expect(await read(gzipSync(text))).toEqual({ container: 'gzip', name: 'ratings.csv', size: text.length, text });
});

test('of what unpacks to far more data than a table has, nothing is kept', async () => {
  await expect(read(gzipSync(new Uint8Array(2 ** 27)))).rejects.toMatchObject({
    message: 'The file unpacks to far more data than a table has.',
  });
});

test('with any one byte altered it is refused or unharmed', async () => {
  const whole = gzipSync('user,item,rating\n1,2,3\n4,5,6\n');
  for (let at = 0; at < whole.length; at++) {
    const result: unknown = await read(Buffer.from(whole.with(at, (whole[at] as number) ^ 0x55))).catch(
      (thrown: unknown) => thrown,
    );
    const isRefused = result instanceof Error && 'code' in result;
    if (!isRefused) expect(result).toMatchObject(at < 2 ? { container: null } : { text: 'user,item,rating\n1,2,3\n4,5,6\n' });
  }
});
