// @ts-check
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Which file below `root` a request names.
 *
 * @param {string} root real path of the folder that is served
 * @param {string} url as it stands in the request line, query included
 * @returns {Promise<string | undefined>} real path of a regular file inside `root`; undefined when there is none
 */
export async function locate(root, url) {
  const segments = parse(url);
  if (!segments) return undefined;
  try {
    const file = await realpath(path.join(root, ...segments));
    const inside = file.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
    return inside && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Each segment is decoded after the split, so that an encoded slash never makes a new segment.
 *
 * @param {string} url
 * @returns {string[] | undefined} undefined for whatever no built file is called, `..` and hidden files included
 */
function parse(url) {
  const [pathname = ''] = url.split(/[?#]/, 1);
  if (!pathname.startsWith('/')) return undefined;
  try {
    const segments = pathname.slice(1).split('/').map(decodeURIComponent);
    if (segments.at(-1) === '') segments[segments.length - 1] = 'index.html';
    return segments.every(isPlainName) ? segments : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} name */
function isPlainName(name) {
  return name !== '' && !name.startsWith('.') && !/[/\\:\0]/.test(name);
}
