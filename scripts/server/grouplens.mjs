// @ts-check
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { securityHeaders } from '../security-headers.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {{ status: number, reason: string, message: string }} Failure */

const UPSTREAM = 'https://files.grouplens.org/datasets/movielens/';
/** Nothing else is forwarded: this is no way to other addresses. */
const RELEASES = new Set(['100k', '1m', '10m', '20m', '25m', '32m', 'latest', 'latest-small'].map((name) => `ml-${name}.zip`));
const PATH = /^\/grouplens\/([\w-]+\.zip)(?:\?.*)?$/;

/** Milliseconds until the answer begins, and between two parts of it. */
const PATIENCE = { answer: 20_000, silence: 30_000 };

/**
 * Forwards `/grouplens/ml-1m.zip` and its like to GroupLens, whose server may not let pages of other origins read its answers.
 * Certificates are verified. A failure is answered as JSON, `{ reason, message }`, the message being a sentence for the visitor.
 *
 * @param {{ upstream?: string, fetch?: typeof globalThis.fetch, patience?: { answer: number, silence: number } }} [options] for tests
 * @returns {(request: Request, response: Response) => Promise<boolean>} whether the request was one of these, and is answered
 */
export function createForwarder({ upstream = UPSTREAM, fetch = globalThis.fetch, patience = PATIENCE } = {}) {
  return async (request, response) => {
    const name = PATH.exec(request.url ?? '')?.[1];
    if (name === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    if (!RELEASES.has(name) || !isFromHere(request)) return false;
    const stop = new AbortController();
    response.once('close', () => stop.abort());
    try {
      const timer = setTimeout(() => stop.abort(new Late('begun to answer', patience.answer)), patience.answer);
      const answer = await fetch(upstream + name, { method: request.method, redirect: 'manual', signal: stop.signal }).finally(
        () => clearTimeout(timer),
      );
      if (answer.status !== 200) {
        await answer.body?.cancel();
        fail(response, { status: 502, reason: 'status', message: `GroupLens answered with status ${answer.status}.` });
      } else await passOn(answer, response, stop, patience.silence);
    } catch (thrown) {
      if (response.headersSent) response.destroy();
      else fail(response, explain(thrown));
    }
    return true;
  };
}

/** Other pages in the same browser cannot use this server as theirs. @param {Request} request */
function isFromHere({ headers }) {
  return ['same-origin', 'none', undefined].includes(/** @type {string | undefined} */ (headers['sec-fetch-site']));
}

/** @param {globalThis.Response} answer @param {Response} response @param {AbortController} stop @param {number} silence */
async function passOn(answer, response, stop, silence) {
  const length = answer.headers.has('content-encoding') ? null : answer.headers.get('content-length');
  response.writeHead(200, {
    ...securityHeaders,
    'Content-Type': 'application/zip',
    'Cache-Control': 'no-store',
    ...(length === null ? {} : { 'Content-Length': length }),
  });
  if (answer.body === null || response.req.method === 'HEAD') {
    response.end();
    return;
  }
  const quiet = () => stop.abort(new Late('gone on', silence));
  let timer = setTimeout(quiet, silence);
  const body = Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (answer.body));
  body.on('data', () => {
    clearTimeout(timer);
    timer = setTimeout(quiet, silence);
  });
  try {
    await pipeline(body, response);
  } finally {
    clearTimeout(timer);
  }
}

class Late extends Error {
  /** @param {string} what @param {number} milliseconds */
  constructor(what, milliseconds) {
    super(`GroupLens has not ${what} within ${milliseconds / 1000} s.`);
  }
}

/** What keeps a certificate from being trusted, by Node's codes. */
const CERTIFICATE = /CERT|ERR_TLS|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)/;

/** @param {unknown} thrown @returns {Failure} */
function explain(thrown) {
  if (thrown instanceof Late) return { status: 504, reason: 'timeout', message: thrown.message };
  const cause = thrown instanceof Error ? /** @type {NodeJS.ErrnoException | undefined} */ (thrown.cause) : undefined;
  const code = cause?.code ?? 'no reason given';
  if (code === 'CERT_HAS_EXPIRED') {
    const message = 'the certificate of GroupLens’ server has expired, so that nobody can tell whether its answer is genuine.';
    return { status: 502, reason: 'certificate-expired', message };
  }
  if (CERTIFICATE.test(code)) {
    const message = `the certificate of GroupLens’ server is not to be trusted (${code}).`;
    return { status: 502, reason: 'certificate', message };
  }
  return { status: 502, reason: 'unreachable', message: `GroupLens cannot be reached from here (${code}).` };
}

/** @param {Response} response @param {Failure} failure */
function fail(response, { status, reason, message }) {
  const body = JSON.stringify({ reason, message });
  response.writeHead(status, {
    ...securityHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
