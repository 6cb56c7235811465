import { afterEach, describe, expect, test, vi } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { download } from './download.ts';

afterEach(() => vi.unstubAllGlobals());

function answer(response: () => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', async () => await response());
}

function streamOf(chunks: readonly Uint8Array[], end: 'close' | 'break' = 'close'): ReadableStream<Uint8Array> {
  const waiting = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const chunk = waiting.shift();
      if (chunk) controller.enqueue(chunk);
      else if (end === 'close') controller.close();
      else controller.error(new TypeError('terminated'));
    },
  });
}

const CHUNKS = [Uint8Array.of(1, 2, 3), Uint8Array.of(4), new Uint8Array(), Uint8Array.of(5, 6)];

async function downloaded(): Promise<{ readonly bytes: Uint8Array; readonly shares: readonly number[] }> {
  const shares: number[] = [];
  return { bytes: await download('data.zip', (share) => shares.push(share)), shares };
}

describe('a file that arrives', () => {
  test('is put together from its chunks, and the share goes up to 1', async () => {
    answer(() => new Response(streamOf(CHUNKS), { headers: { 'content-length': '6' } }));
    const { bytes, shares } = await downloaded();
    expect([...bytes]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(shares).toEqual([0.5, 4 / 6, 4 / 6, 1]);
  });

  test.each([
    ['of unknown length', {}],
    ['encoded on the way', { 'content-length': '3', 'content-encoding': 'gzip' }],
    ['with a length that is no number', { 'content-length': 'six' }],
  ])('%s: no share is made up', async (_, headers) => {
    answer(() => new Response(streamOf(CHUNKS), { headers: headers as Record<string, string> }));
    const { bytes, shares } = await downloaded();
    expect(bytes.length).toBe(6);
    expect(shares).toEqual([]);
  });

  test('longer than announced, the share stays at 1', async () => {
    answer(() => new Response(streamOf(CHUNKS), { headers: { 'content-length': '4' } }));
    expect((await downloaded()).shares).toEqual([0.75, 1, 1, 1]);
  });
});

describe('a file that does not arrive says why and what to do', () => {
  const failure = async (): Promise<unknown> => await downloaded().catch((thrown: unknown) => thrown);

  test.each([404, 403, 500, 503])('status %d', async (status) => {
    answer(() => new Response('<!doctype html>', { status }));
    const error = await failure();
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({
      code: 'data-missing',
      message: `The data file is not there (the server answered ${status}).`,
      remedy: 'Reload the page; if it stays, the page was published without its data.',
    });
  });

  test('no network', async () => {
    answer(() => Promise.reject(new TypeError('Failed to fetch')));
    const error = await failure();
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({
      code: 'data-missing',
      message: 'The data file could not be reached: Failed to fetch.',
      remedy: 'Check the connection, then try again.',
    });
  });

  test('the network breaks half-way', async () => {
    answer(() => new Response(streamOf(CHUNKS.slice(0, 2), 'break'), { headers: { 'content-length': '6' } }));
    const error = await failure();
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({
      code: 'data-missing',
      message: 'The data file did not arrive whole: terminated.',
      remedy: 'Check the connection, then try again.',
    });
  });
});
