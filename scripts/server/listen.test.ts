import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { listen } from './listen.mjs';

const servers: Server[] = [];

function create(): Server {
  const server = createServer();
  servers.push(server);
  return server;
}

/** A port in use and the server that uses it. */
async function takenPort(): Promise<number> {
  const server = create();
  await listen(server, [0]);
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

it('takes the first free port', async () => {
  const taken = await takenPort();
  const server = create();
  expect(await listen(server, [taken, 0])).toBe(0);
  expect((server.address() as AddressInfo).port).not.toBe(taken);
});

it('listens on this machine only', async () => {
  const server = create();
  await listen(server, [0]);
  expect(['127.0.0.1', '::1']).toContain((server.address() as AddressInfo).address);
});

it('says in one sentence that no port is free', async () => {
  const [one, two] = [await takenPort(), await takenPort()];
  await expect(listen(create(), [one])).rejects.toThrow(`Port ${one} is in use: close the program`);
  await expect(listen(create(), [one, two])).rejects.toThrow(`All ports from ${one} to ${two} are in use`);
});
