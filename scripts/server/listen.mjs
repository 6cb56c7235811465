// @ts-check
import { once } from 'node:events';

/** @typedef {import('node:http').Server} Server */

/**
 * Listens on this machine only, on the first free port.
 *
 * @param {Server} server
 * @param {readonly number[]} ports tried in this order
 * @returns {Promise<number>} the port taken
 * @throws Error with a sentence for the user when none is free
 */
export async function listen(server, ports) {
  for (const port of ports) {
    if (await tryPort(server, port)) return port;
  }
  const tried = ports.length > 1 ? `All ports from ${ports[0]} to ${ports.at(-1)} are in use` : `Port ${ports[0]} is in use`;
  throw new Error(`${tried}: close the program that uses it, or choose another with --port.`);
}

/** @param {Server} server @param {number} port */
async function tryPort(server, port) {
  try {
    await listenOn(server, port, 'localhost');
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
    throw error;
  }
}

/**
 * By name rather than by number: browsers try the same address of `localhost` first.
 *
 * @param {Server} server @param {number} port @param {string} host
 * @returns {Promise<void>}
 */
async function listenOn(server, port, host) {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    // The name may stand for ::1 on a machine without IPv6.
    if (host !== 'localhost' || (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT')) throw error;
    await listenOn(server, port, '127.0.0.1');
  }
}
