// @ts-check
import { once } from 'node:events';
import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createStaticServer } from '../../scripts/server/static-server.mjs';

const SAMPLER = new URL('sampler.js', import.meta.url);

/** Serves a copy of a built page that runs the sampler first: so it comes into every browser alike, under the page's own policy. @param {string} build */
export async function serveSampled(build) {
  const folder = await mkdtemp(path.join(tmpdir(), 'matinee-layout-'));
  await cp(build, folder, { recursive: true });
  await copyFile(SAMPLER, path.join(folder, 'sampler.js'));
  const page = path.join(folder, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('<script', '<script src="./sampler.js"></script><script'));
  const server = await createStaticServer(folder);
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${port}/`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true });
    },
  };
}
