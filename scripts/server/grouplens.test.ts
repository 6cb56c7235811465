import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { createForwarder } from './grouplens.mjs';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
type Options = NonNullable<Parameters<typeof createForwarder>[0]>;

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(handler: Handler): Promise<number> {
  const server = createServer(handler).listen(0, 'localhost');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A server that forwards to the handler in place of GroupLens, as far as the forwarder takes the request. */
async function forwarding(grouplens: Handler, options: Partial<Options> = {}): Promise<number> {
  const upstream = `http://localhost:${await serve(grouplens)}/datasets/movielens/`;
  const forward = createForwarder({ upstream, ...options });
  return await serve(async (incoming, response) => {
    if (!(await forward(incoming, response))) response.writeHead(404).end('not forwarded');
  });
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly broken: boolean;
}

async function ask(port: number, path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  const sent = request({ host: 'localhost', port, path, method, headers, agent: false }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let body = '';
  let broken = false;
  try {
    for await (const chunk of response) body += chunk;
  } catch {
    broken = true;
  }
  return { status: response.statusCode, headers: response.headers, body, broken };
}

const zip: Handler = (incoming, response) => {
  response.writeHead(200, { 'Content-Type': 'application/x-zip', 'Content-Length': 6, 'Set-Cookie': 'a=b' });
  response.end(incoming.url === '/datasets/movielens/ml-1m.zip' ? 'PK1234' : '??????');
};

it('passes a release on, with its length and without anything else that came with it', async () => {
  const { status, headers, body } = await ask(await forwarding(zip), '/grouplens/ml-1m.zip');
  expect([status, body, headers['content-length'], headers['content-type']]).toEqual([200, 'PK1234', '6', 'application/zip']);
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

it('answers HEAD without a body', async () => {
  const { status, headers, body } = await ask(await forwarding(zip), '/grouplens/ml-1m.zip', 'HEAD');
  expect([status, body, headers['content-length']]).toEqual([200, '', '6']);
});

it.each([
  ['/grouplens/ml-2m.zip', 'GET', {}],
  ['/grouplens/../etc/passwd.zip', 'GET', {}],
  ['/grouplens/ml-1m.zip/..', 'GET', {}],
  ['/grouplens/https:%2f%2fexample.org%2fml-1m.zip', 'GET', {}],
  ['/grouplens/constructor.zip', 'GET', {}],
  ['/ml-1m.zip', 'GET', {}],
  ['/grouplens/ml-1m.zip', 'POST', {}],
  ['/grouplens/ml-1m.zip', 'GET', { 'sec-fetch-site': 'cross-site' }],
])('forwards nothing for %s (%s, %j)', async (path, method, headers) => {
  const grouplens = vi.fn<Handler>(zip);
  const { status } = await ask(await forwarding(grouplens), path, method, headers);
  expect(status).toBe(404);
  expect(grouplens).not.toHaveBeenCalled();
});

it.each([404, 500, 301, 204])('says that GroupLens answered %d', async (status) => {
  const answer = await ask(
    await forwarding((_, response) => response.writeHead(status, { Location: 'https://example.org/' }).end()),
    '/grouplens/ml-1m.zip',
  );
  expect(answer.status).toBe(502);
  expect(JSON.parse(answer.body)).toEqual({ reason: 'status', message: `GroupLens answered with status ${status}.` });
  expect(answer.headers['content-type']).toContain('application/json');
});

it.each([
  ['CERT_HAS_EXPIRED', 'certificate-expired', /has expired/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', /not to be trusted \(ERR_TLS_CERT_ALTNAME_INVALID\)/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate', /not to be trusted/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate', /not to be trusted/],
  ['ENOTFOUND', 'unreachable', /cannot be reached from here \(ENOTFOUND\)/],
])('tells the page of %s', async (code, reason, sentence) => {
  const fetch = async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) });
  };
  const { status, body } = await ask(await forwarding(zip, { fetch }), '/grouplens/ml-1m.zip');
  expect(status).toBe(502);
  const failure = JSON.parse(body) as { reason: string; message: string };
  expect(failure.reason).toBe(reason);
  expect(failure.message).toMatch(sentence);
});

it('says that nobody listens there', async () => {
  const port = await forwarding(zip, { upstream: 'http://localhost:1/' });
  const { status, body } = await ask(port, '/grouplens/ml-1m.zip');
  expect([status, JSON.parse(body).reason]).toEqual([502, 'unreachable']);
});

it('does not wait for ever for an answer', async () => {
  const { status, body } = await ask(
    await forwarding(() => {}, { patience: { answer: 50, silence: 1000 } }),
    '/grouplens/ml-1m.zip',
  );
  expect(status).toBe(504);
  expect(JSON.parse(body)).toEqual({ reason: 'timeout', message: 'GroupLens has not begun to answer within 0.05 s.' });
});

it('breaks off where GroupLens falls silent or hangs up half-way', async () => {
  const half: Handler = (_, response) => {
    response.writeHead(200, { 'Content-Length': 100 }).write('PK');
  };
  const silent = await ask(await forwarding(half, { patience: { answer: 1000, silence: 50 } }), '/grouplens/ml-1m.zip');
  expect([silent.status, silent.broken]).toEqual([200, true]);
  const cut: Handler = (_, response) => {
    response.writeHead(200, { 'Content-Length': 100 }).write('PK', () => response.destroy());
  };
  expect((await ask(await forwarding(cut), '/grouplens/ml-1m.zip')).broken).toBe(true);
});

it('stops asking GroupLens when the visitor has gone', async () => {
  const gone = new Promise<void>((resolve) => {
    void forwarding((incoming, response) => {
      response.writeHead(200, { 'Content-Length': 1e9 }).write('PK');
      incoming.once('close', resolve);
    }).then((port) => {
      const sent = request({ host: 'localhost', port, path: '/grouplens/ml-1m.zip', agent: false }).end();
      sent.on('response', () => sent.destroy()).on('error', () => {});
    });
  });
  await gone;
});
