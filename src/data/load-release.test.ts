import JSZip from 'jszip';
import { expect, test, vi } from 'vitest';
import { releaseNamed, urlOf } from '../core/releases.ts';
import { loadData } from './load.ts';

const ML_1M = releaseNamed('ml-1m');

// The zip itself may not be passed on: the bytes are others, and their hash is said to be that of the release.
vi.mock('./sha256.ts', () => ({ canHash: () => true, sha256Of: async () => ML_1M.sha256 }));

async function zip(): Promise<File> {
  const files = new JSZip();
  files.file('ml-1m/ratings.dat', '1::1193::5::978300760\n1::661::3::978302109\n2::1193::4::978298413\n');
  files.file(
    'ml-1m/movies.dat',
    "661::James and the Giant Peach (1996)::Animation|Children's|Musical\n1193::One Flew Over the Cuckoo's Nest (1975)::Drama\n",
  );
  files.file('ml-1m/users.dat', '1::F::1::10::48067\n2::M::56::16::70072\n');
  return new File([await files.generateAsync({ type: 'arraybuffer' })], 'ml-1m.zip');
}

test('MovieLens 1M that arrives from GroupLens is known, unasked, with titles and demographics', async () => {
  const asked: string[] = [];
  const { ratings, origin, file, notes } = await loadData(
    { kind: 'url', url: urlOf(ML_1M), pageUrl: 'https://here.example/' },
    () => {},
    {
      fetchUrl: async (url) => {
        asked.push(url);
        return await zip();
      },
    },
  );
  expect(asked).toEqual([urlOf(ML_1M)]);
  expect(origin).toMatchObject({
    kind: 'url',
    name: 'MovieLens 1M',
    file: 'ml-1m.zip',
    url: urlOf(ML_1M),
    sha256: ML_1M.sha256,
    release: 'ml-1m',
    layout: { format: 'dat', container: 'zip' },
  });
  expect(ratings.catalogue.map(({ title, year }) => [title, year])).toEqual([
    ['James and the Giant Peach', 1996],
    ["One Flew Over the Cuckoo's Nest", 1975],
  ]);
  expect(ratings.demographics?.gender.labels).toEqual(['F', 'M']);
  expect([file?.name, notes]).toEqual(['ml-1m.zip', []]);
});

test('and so is the same file when it is opened by hand', async () => {
  const { origin } = await loadData({ kind: 'file', file: await zip() }, () => {});
  expect(origin).toMatchObject({ kind: 'file', name: 'MovieLens 1M', release: 'ml-1m', url: null });
});
