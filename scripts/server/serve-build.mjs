// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOpenToBrowsers } from './bad-ports.mjs';
import { listen } from './listen.mjs';
import { createStaticServer } from './static-server.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIRST_PORT = 4173;
export const PORTS = Array.from({ length: 20 }, (_, offset) => FIRST_PORT + offset).filter(isOpenToBrowsers);

/**
 * Serves a built page until the process is told to end.
 *
 * @param {number | undefined} port undefined for the first free one from 4173 on
 * @param {string} folder relative to the root of the repository
 * @returns {Promise<string>} the page's address
 * @throws Error with a sentence for the user
 */
export async function serveBuild(port, folder = 'dist') {
  const server = await createStaticServer(path.resolve(ROOT, folder)).catch(() => {
    throw new Error(`There is no built page in ${folder}/: run \`npm run build\` first.`);
  });
  const taken = await listen(server, port === undefined ? PORTS : [port]);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  return `http://localhost:${taken}/`;
}

/** @param {string | undefined} text @returns {number | undefined} @throws Error with a sentence for the user */
export function parsePort(text) {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new Error(`--port takes a number from 1 to 65535, not "${text}".`);
  }
  if (isOpenToBrowsers(port)) return port;
  throw new Error(
    `Browsers refuse to open port ${port}, which belongs to another protocol: choose another with --port, such as 5000.`,
  );
}
