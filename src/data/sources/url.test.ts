import { describe, expect, test, vi } from 'vitest';
import { LabError } from '../../core/errors.ts';
import type { FetchOptions, Wanted } from '../download/fetch-file.ts';
import { createUrlSource } from './url.ts';

const PAGE = 'https://matinee.example/notebook/';
const GROUPLENS = 'https://files.grouplens.org/datasets/movielens/';
const OPTIONS: FetchOptions = { signal: new AbortController().signal, onTransfer: () => {} };

type Way = (wanted: Wanted) => Promise<File>;

const gives = () => vi.fn<Way>(async ({ name }) => new File(['PK'], name));
const fails = (message: string, code: LabError['code'] = 'download-failed') =>
  vi.fn<Way>(async () => {
    throw new LabError(code, message, 'Do.');
  });

async function ask(url: string, ways: { here?: Way; elsewhere?: Way } = {}, page = PAGE) {
  const used = { here: ways.here ?? gives(), elsewhere: ways.elsewhere ?? gives() };
  const source = createUrlSource(used);
  const result = await source(url, page, OPTIONS).catch((thrown: unknown) => thrown);
  return { result, source, ...used };
}

describe('GroupLens’ files', () => {
  test('come by way of this page’s server', async () => {
    const { result, here, elsewhere } = await ask(`${GROUPLENS}ml-1m.zip`);
    expect(result).toBeInstanceOf(File);
    expect((result as File).name).toBe('ml-1m.zip');
    expect(here).toHaveBeenCalledWith(
      {
        url: 'https://matinee.example/notebook/grouplens/ml-1m.zip',
        name: 'ml-1m.zip',
        from: 'This page’s server',
        isHere: true,
      },
      OPTIONS,
    );
    expect(elsewhere).not.toHaveBeenCalled();
  });

  test('come directly where it does not forward', async () => {
    const { result, elsewhere } = await ask(`${GROUPLENS}ml-10m.zip`, { here: fails('No.') });
    expect((result as File).name).toBe('ml-10m.zip');
    expect(elsewhere).toHaveBeenCalledWith({ url: `${GROUPLENS}ml-10m.zip`, name: 'ml-10m.zip', from: 'GroupLens' }, OPTIONS);
  });

  test('where both ways fail, both reasons are said', async () => {
    const { result } = await ask(`${GROUPLENS}ml-1m.zip`, { here: fails('Expired.'), elsewhere: fails('No answer.') });
    expect(result).toMatchObject({
      code: 'download-failed',
      message: 'MovieLens 1M did not arrive. Expired. Then directly: No answer.',
      remedy: 'Download ml-1m.zip yourself by the link, and open or drop it here.',
    });
  });

  test('a cancelled download is not tried another way', async () => {
    const { result, elsewhere } = await ask(`${GROUPLENS}ml-1m.zip`, { here: fails('Cancelled.', 'cancelled') });
    expect(result).toMatchObject({ code: 'cancelled' });
    expect(elsewhere).not.toHaveBeenCalled();
  });
});

describe('other addresses', () => {
  test.each([
    ['https://example.org/a/my%20ratings.csv?x=1', 'my ratings.csv', 'example.org'],
    ['https://example.org/', 'ratings', 'example.org'],
    ['https://example.org/%E0%A4%A', '%E0%A4%A', 'example.org'],
    ['https://example.org/a%2Fb.csv', 'a b.csv', 'example.org'],
    ['https://files.grouplens.org/other/ml-1m.zip', 'ml-1m.zip', 'files.grouplens.org'],
  ])('%s is fetched by the downloader', async (url, name, from) => {
    const { elsewhere, here } = await ask(url);
    expect(elsewhere).toHaveBeenCalledWith({ url, name, from, isHere: false }, OPTIONS);
    expect(here).not.toHaveBeenCalled();
  });

  test('this origin’s are fetched here, by http too', async () => {
    const { here, elsewhere } = await ask('http://localhost:4173/x.csv', {}, 'http://localhost:4173/');
    expect(here).toHaveBeenCalledOnce();
    expect(elsewhere).not.toHaveBeenCalled();
  });

  test.each([
    ['', /“” is not an address/],
    ['example.org/x.csv', /“example\.org\/x\.csv” is not an address/],
    ['x'.repeat(5000), /“x{60}…” is not an address/],
    ['http://example.org/x.csv', /begin with http:\/\/ are not safe/],
    ['https://ada:secret@example.org/x.csv', /has a password in it/],
    ['ftp://example.org/x.csv', /cannot fetch from ftp: addresses/],
    ['file:///etc/passwd', /cannot fetch from file: addresses/],
    ['data:text/csv,1', /cannot fetch from data: addresses/],
    ['javascript:alert(1)', /cannot fetch from javascript: addresses/],
  ])('%s is refused before anything is fetched', async (url, sentence) => {
    const { result, here, elsewhere } = await ask(url);
    expect(result).toMatchObject({ code: 'bad-url', message: expect.stringMatching(sentence) });
    expect([here, elsewhere].some((way) => vi.mocked(way).mock.calls.length > 0)).toBe(false);
  });
});

test('a file asked for again is at hand; another takes its place', async () => {
  const { source, elsewhere, result } = await ask('https://example.org/a.csv');
  expect(await source('https://example.org/a.csv', PAGE, OPTIONS)).toBe(result);
  expect(elsewhere).toHaveBeenCalledTimes(1);
  await source('https://example.org/b.csv', PAGE, OPTIONS);
  await source('https://example.org/a.csv', PAGE, OPTIONS);
  expect(elsewhere).toHaveBeenCalledTimes(3);
});
