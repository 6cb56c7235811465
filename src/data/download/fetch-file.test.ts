import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Transfer } from '../../core/transfer.ts';
import { fetchFile } from './fetch-file.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];

beforeEach(() => vi.stubGlobal('navigator', { onLine: true }));
afterEach(() => {
  vi.unstubAllGlobals();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler).listen(0, 'localhost');
  servers.push(server);
  await once(server, 'listening');
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}

interface Options {
  readonly signal?: AbortSignal;
  readonly bytes?: number;
  readonly silence?: number;
}

async function fetched(handler: Handler, { signal, bytes = 1e6, silence = 2000 }: Options = {}) {
  const transfers: Transfer[] = [];
  const url = await serve(handler);
  const file = await fetchFile(
    { url, name: 'data.zip', from: 'example.org' },
    {
      signal: signal ?? new AbortController().signal,
      onTransfer: (transfer) => transfers.push(transfer),
      limits: { bytes, silence },
    },
  );
  return { file, transfers };
}

const failure = async (handler: Handler, options?: Options): Promise<unknown> =>
  await fetched(handler, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

const html = { 'content-type': 'text/html; charset=utf-8' };

describe('a file that arrives', () => {
  test('has its bytes and its name, and its transfer ends at its size', async () => {
    const body = Buffer.alloc(300_000, 'ab');
    const { file, transfers } = await fetched((_, response) => response.writeHead(200, { 'content-length': 300_000 }).end(body));
    expect(file.name).toBe('data.zip');
    expect(Buffer.from(await file.arrayBuffer()).equals(body)).toBe(true);
    expect(transfers.at(-1)).toEqual({ received: 300_000, total: 300_000, secondsLeft: 0 });
  });

  test.each([
    ['of unknown length', {}],
    ['encoded on the way', { 'content-length': '6', 'content-encoding': 'identity' }],
  ])('%s: no total is made up', async (_, headers) => {
    const { file, transfers } = await fetched((_, response) => response.writeHead(200, headers).end('abcdef'));
    expect(await file.text()).toBe('abcdef');
    expect(transfers.at(-1)).toEqual({ received: 6, total: null, secondsLeft: null });
  });

  test('larger than one part is put together in order', async () => {
    const body = Buffer.alloc(20 * 2 ** 20);
    for (let at = 0; at < body.length; at += 4) body.writeUInt32LE(at, at);
    const { file } = await fetched((_, response) => response.end(body), { bytes: 2 ** 30 });
    expect(Buffer.from(await file.arrayBuffer()).equals(body)).toBe(true);
  });

  test('empty, is an empty file', async () => {
    expect((await fetched((_, response) => response.end())).file.size).toBe(0);
  });
});

describe('what comes instead of a file is said', () => {
  test.each<readonly [string, Handler, RegExp]>([
    [
      '404',
      (_, r) => r.writeHead(404, html).end('<h1>Not here'),
      /^example\.org answered with status 404: there is no such file\.$/,
    ],
    ['500', (_, r) => r.writeHead(500).end(), /^example\.org answered with status 500\.$/],
    ['a page', (_, r) => r.writeHead(200, html).end('<h1>Hello'), /answered with a web page instead of a file/],
    [
      'a reason',
      (_, r) => r.writeHead(502, { 'content-type': 'application/json' }).end('{"reason":"x","message":"It has expired."}'),
      /^example\.org reports: It has expired\.$/,
    ],
    ['JSON of others', (_, r) => r.writeHead(502, { 'content-type': 'application/json' }).end('{"a":1}'), /status 502/],
    ['a broken connection', (_, r) => r.destroy(), /got no readable answer from example\.org/],
    ['redirects for ever', (q, r) => r.writeHead(302, { location: `/x${q.url}` }).end(), /got no readable answer/],
    [
      'a connection that breaks half-way',
      (_, r) => r.writeHead(200, { 'content-length': 100 }).write('half', () => r.destroy()),
      /got no readable answer/,
    ],
  ])('%s', async (_, handler, sentence) => {
    const error = await failure(handler);
    expect(error).toMatchObject({ code: 'download-failed', message: expect.stringMatching(sentence) });
  });

  test('too much, as announced: no byte is read', async () => {
    const error = await failure((_, r) => void r.writeHead(200, { 'content-length': 2e6 }).write('x'));
    expect(error).toMatchObject({ message: 'example.org sends more than 1.0 MB, more than a tab can hold.' });
  });

  test('too much, and without end', async () => {
    const error = await failure((_, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    });
    expect(error).toMatchObject({ message: 'example.org sends more than 1.0 MB, more than a tab can hold.' });
  });

  test.each<readonly [string, Handler]>([
    ['silence from the start', () => {}],
    ['silence half-way', (_, r) => void r.write('half')],
  ])('%s', async (_, handler) => {
    const error = await failure(handler, { silence: 60 });
    expect(error).toMatchObject({ code: 'download-failed', message: 'example.org has sent nothing for 0.06 s.' });
  });

  test('slow, but not silent, is waited for', async () => {
    const { file } = await fetched(
      async (_, response) => {
        for (let part = 0; part < 8; part++) {
          response.write('x');
          await new Promise((resolve) => setTimeout(resolve, 150));
        }
        response.end();
      },
      { silence: 1000 },
    );
    expect(file.size).toBe(8);
  });

  test('no connection at all', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(await failure((_, r) => r.destroy())).toMatchObject({ message: 'This browser is offline.' });
  });

  test('cancelled', async () => {
    const controller = new AbortController();
    const error = await failure(
      (_, response) => {
        response.write('half');
        setTimeout(() => controller.abort(), 20);
      },
      { signal: controller.signal },
    );
    expect(error).toMatchObject({ code: 'cancelled', message: 'The download was cancelled.' });
  });
});

test('of this page’s own server nothing is said of permissions', async () => {
  const url = await serve((_, response) => response.destroy());
  const wanted = { url, name: 'data.zip', from: 'This page’s server', isHere: true };
  const load = fetchFile(wanted, { signal: new AbortController().signal, onTransfer: () => {} });
  await expect(load).rejects.toMatchObject({ message: 'This page’s server did not answer.' });
});
