import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { mediaType } from '../../scripts/server/media-types.mjs';
import { freePort } from '../../scripts/test/free-port.mjs';

/** A host that knows nothing of the page: a folder of some site, no security headers, and even the page to be cached for a year. */
export interface PlainHost {
  readonly address: string;
  /** What is served from now on. */
  folder: string;
  /** What a host does to files on the way. */
  alter: ((name: string, body: Buffer) => Buffer) | undefined;
  /** Paths below the folder that have been asked for. */
  readonly asked: string[];
  /** From now on nothing is answered. */
  stop(): Promise<void>;
}

const PATH = '/some/folder/';

export async function startPlainHost(folder: string): Promise<PlainHost> {
  const server = createServer(async ({ url = '' }, response) => {
    const [name = ''] = url.slice(PATH.length).split('?');
    host.asked.push(name);
    try {
      const file = path.join(host.folder, decodeURIComponent(name) || 'index.html');
      const content = await readFile(file);
      const body = host.alter?.(name, content) ?? content;
      response.writeHead(200, { 'Content-Type': mediaType(file).type, 'Cache-Control': 'public, max-age=31536000' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(await freePort(), 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host: PlainHost = {
    address: `http://localhost:${port}${PATH}`,
    folder,
    alter: undefined,
    asked: [],
    async stop() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return host;
}
