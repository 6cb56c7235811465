// @ts-check
import { extname } from 'node:path';

/** Extension → [media type, worth compressing]. @type {Readonly<Record<string, readonly [string, boolean]>>} */
const TYPES = {
  '.html': ['text/html; charset=utf-8', true],
  '.js': ['text/javascript; charset=utf-8', true],
  '.mjs': ['text/javascript; charset=utf-8', true],
  '.css': ['text/css; charset=utf-8', true],
  '.json': ['application/json; charset=utf-8', true],
  '.map': ['application/json; charset=utf-8', true],
  '.webmanifest': ['application/manifest+json; charset=utf-8', true],
  '.txt': ['text/plain; charset=utf-8', true],
  '.md': ['text/markdown; charset=utf-8', true],
  '.csv': ['text/csv; charset=utf-8', true],
  '.svg': ['image/svg+xml', true],
  '.wasm': ['application/wasm', true],
  '.png': ['image/png', false],
  '.jpg': ['image/jpeg', false],
  '.webp': ['image/webp', false],
  '.ico': ['image/x-icon', false],
  '.woff2': ['font/woff2', false],
  '.zip': ['application/zip', false],
};

/** @param {string} file @returns {{ type: string, compressible: boolean }} */
export function mediaType(file) {
  const [type, compressible] = TYPES[extname(file).toLowerCase()] ?? ['application/octet-stream', false];
  return { type, compressible };
}
