// @ts-check
import { createServer } from 'node:net';
import { isOpenToBrowsers } from '../server/bad-ports.mjs';

/**
 * @param {() => Promise<number>} [pick] a free port of the system's choice
 * @returns {Promise<number>} a free port to which browsers connect
 */
export async function freePort(pick = systemsChoice) {
  const port = await pick();
  return isOpenToBrowsers(port) ? port : freePort(pick);
}

/** @returns {Promise<number>} */
function systemsChoice() {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
