// @ts-check
import { realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { headersFor, securityHeaders } from '../security-headers.mjs';
import { chooseEncoding } from './encodings.mjs';
import { createFileCache } from './file-cache.mjs';
import { createForwarder } from './grouplens.mjs';
import { locate } from './locate.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** Vite's names: a content hash of eight characters before the extension. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;

/** Of a connection that is not used. Node's own five seconds would end some just as a page that was idle asks again. */
const KEEP_ALIVE_MILLISECONDS = 120_000;

/**
 * Serves the files of one folder to GET and HEAD, and forwards the releases of GroupLens.
 *
 * @param {string} folder
 * @returns {Promise<import('node:http').Server>} not yet listening
 * @throws when the folder does not exist
 */
export async function createStaticServer(folder) {
  const root = await realpath(folder);
  const cache = createFileCache();
  const forward = createForwarder();
  return createServer({ keepAliveTimeout: KEEP_ALIVE_MILLISECONDS }, async (request, response) => {
    try {
      if (!(await forward(request, response))) await answer(request, response, root, cache);
    } catch (error) {
      console.error(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'Something went wrong on the server; its terminal says what.');
    }
  });
}

/** @param {Request} request @param {Response} response @param {string} root @param {ReturnType<typeof createFileCache>} cache */
async function answer(request, response, root, cache) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
  }
  const file = await locate(root, request.url ?? '/');
  if (!file) return refuse(response, 404, 'There is no such file.');
  const found = await cache(file, chooseEncoding(String(request.headers['accept-encoding'] ?? '')));
  const headers = validators(path.relative(root, file).replaceAll(path.sep, '/'), found);
  if (isFresh(request.headers['if-none-match'], found.etag)) return response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'Content-Type': found.type, 'Content-Length': found.body.length });
  response.end(request.method === 'HEAD' ? undefined : found.body);
}

/**
 * @param {string} name path below the root, with slashes
 * @param {import('./file-cache.mjs').Representation} found
 * @returns {import('node:http').OutgoingHttpHeaders}
 */
function validators(name, { etag, encoding, compressible }) {
  return {
    ...headersFor(name),
    'Cache-Control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    ...(compressible ? { Vary: 'Accept-Encoding' } : {}),
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  };
}

/** RFC 9110, 13.1.2: weak comparison. @param {string | undefined} header @param {string} etag */
function isFresh(header, etag) {
  const known = header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return known.includes('*') || known.includes(etag);
}

/** @param {Response} response @param {number} status @param {string} sentence @param {Record<string, string>} [headers] */
function refuse(response, status, sentence, headers = {}) {
  const type = 'text/plain; charset=utf-8';
  const length = Buffer.byteLength(`${sentence}\n`);
  response.writeHead(status, {
    ...securityHeaders,
    'Content-Type': type,
    'Content-Length': length,
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(`${sentence}\n`);
}
