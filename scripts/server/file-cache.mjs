// @ts-check
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { encode, isWorthCompressing } from './encodings.mjs';
import { mediaType } from './media-types.mjs';

/** @typedef {import('./encodings.mjs').Encoding} Encoding */
/** @typedef {{ type: string, etag: string, encoding: Encoding, compressible: boolean, body: Buffer }} Representation */

/**
 * Keeps files and their compressed forms in memory (a built page has a few megabytes); a file that changed on disk is read again.
 *
 * @returns {(file: string, encoding: Encoding) => Promise<Representation>}
 */
export function createFileCache() {
  /** @type {Map<string, { stamp: string, source: Promise<Source>, encoded: Map<Encoding, Promise<Buffer>> }>} */
  const entries = new Map();

  return async (file, wanted) => {
    const { mtimeMs, size } = await stat(file);
    const stamp = `${mtimeMs}:${size}`;
    let entry = entries.get(file);
    if (entry?.stamp !== stamp) {
      entry = { stamp, source: load(file), encoded: new Map() };
      entries.set(file, entry);
    }
    const source = await entry.source;
    const encoding = source.compressible ? wanted : 'identity';
    const body = entry.encoded.get(encoding) ?? encode(source.body, encoding);
    entry.encoded.set(encoding, body);
    return { ...source, encoding, etag: `"${source.hash}-${encoding}"`, body: await body };
  };
}

/** @typedef {{ type: string, compressible: boolean, hash: string, body: Buffer }} Source */

/** @param {string} file @returns {Promise<Source>} */
async function load(file) {
  const body = await readFile(file);
  const { type, compressible } = mediaType(file);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { type, compressible: compressible && isWorthCompressing(body), hash, body };
}
