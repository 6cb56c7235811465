import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { securityHeaders } from '../security-headers.mjs';
import { createStaticServer } from './static-server.mjs';

const SCRIPT = 'export const words = "again and again";\n'.repeat(100);
const HASHED = '/assets/index-A1b2_C-d.js';
const DOWNLOADER = '/assets/downloader-A1b2_C-d.js';

let root = '';
let server: Server;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'matinee-server-'));
  await mkdir(path.join(root, 'assets'));
  await writeFile(path.join(root, 'index.html'), '<!doctype html>');
  await writeFile(path.join(root, 'engine.wasm'), Buffer.alloc(4096));
  await writeFile(path.join(root, 'data.zip'), Buffer.alloc(4096));
  await writeFile(path.join(root, HASHED), SCRIPT);
  await writeFile(path.join(root, DOWNLOADER), SCRIPT);
  await writeFile(path.join(root, `${DOWNLOADER}.map`), '{}');
  server = await createStaticServer(root);
  server.listen(0, 'localhost');
  await once(server, 'listening');
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(root, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Over node:http, which sends a path as it is where fetch would tidy it up first. */
async function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const sent = request({ host: 'localhost', port, path: url, method, headers, agent: false }).end();
  const [response] = await once(sent, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

it.each([
  ['/', 200],
  ['/missing', 404],
  ['/..%2f..%2fetc/passwd', 404],
])('sends every security header with %s', async (url, status) => {
  const answer = await ask(url);
  expect(answer.status).toBe(status);
  for (const [name, value] of Object.entries(securityHeaders)) expect(answer.headers[name.toLowerCase()]).toBe(value);
});

it('lets the downloader alone connect to other origins, by https', async () => {
  const connect = async (url: string) =>
    /connect-src [^;]*/.exec(String((await ask(url)).headers['content-security-policy']))?.[0];
  expect(await connect(DOWNLOADER)).toBe("connect-src 'self' https:");
  for (const url of ['/', HASHED, '/missing', '/assets/downloader-A1b2_C-d.js.map']) {
    expect(await connect(url)).toBe("connect-src 'self'");
  }
});

it.each([
  ['/', 'text/html; charset=utf-8'],
  [HASHED, 'text/javascript; charset=utf-8'],
  ['/engine.wasm', 'application/wasm'],
  ['/data.zip', 'application/zip'],
])('gives %s the type %s', async (url, type) => {
  expect((await ask(url)).headers['content-type']).toBe(type);
});

it.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('compresses text with %s for who takes it', async (encoding, decode) => {
  const { headers, body } = await ask(HASHED, { 'accept-encoding': `deflate, ${encoding};q=0.5` });
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers.vary).toBe('Accept-Encoding');
  expect(body.length).toBeLessThan(SCRIPT.length / 4);
  expect(decode(body).toString()).toBe(SCRIPT);
});

it.each([
  ['a client that takes none', HASHED, ''],
  ['a client that refuses it', HASHED, 'br;q=0, gzip;q=0.0'],
  ['an archive', '/data.zip', 'br'],
  ['a very small file', '/', 'br'],
])('sends %s the file as it is', async (_, url, accepted) => {
  const { headers } = await ask(url, { 'accept-encoding': accepted });
  expect(headers['content-encoding']).toBeUndefined();
});

it('lets browsers keep hashed files for good and ask again for the rest', async () => {
  expect((await ask(HASHED)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await ask('/')).headers['cache-control']).toBe('no-cache');
});

it('answers 304 to who has the file, and 200 again when it has changed', async () => {
  const page = path.join(root, 'page.html');
  await writeFile(page, 'one');
  const { etag = '' } = (await ask('/page.html')).headers;
  const again = await ask('/page.html', { 'if-none-match': `"other", W/${etag}` });
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
  await writeFile(page, 'another');
  expect((await ask('/page.html', { 'if-none-match': etag })).body.toString()).toBe('another');
});

it('has another ETag for another encoding', async () => {
  const plain = await ask(HASHED);
  const packed = await ask(HASHED, { 'accept-encoding': 'br' });
  expect(packed.headers.etag).not.toBe(plain.headers.etag);
});

it('answers HEAD like GET, without the body', async () => {
  const head = await ask(HASHED, {}, 'HEAD');
  expect(head.status).toBe(200);
  expect(head.headers['content-length']).toBe(String(SCRIPT.length));
  expect(head.body.length).toBe(0);
});

it('refuses to be written to', async () => {
  const { status, headers } = await ask('/', {}, 'POST');
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
});
