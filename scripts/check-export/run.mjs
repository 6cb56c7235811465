// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** The last lines of what a program said, which tell why it failed. */
const TAIL = 3000;

/** What hangs is ended, so that what comes after it is run. */
const LONGEST_MINUTES = 60;

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined>, signal?: AbortSignal }} where
 * @returns {Promise<{ output: string, seconds: number }>} what it wrote to stdout
 * @throws Error with its last words where it fails
 */
export async function run(program, args, { cwd, env = {}, signal }) {
  const started = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MINUTES * 60_000,
    ...(signal && { signal }),
  });
  let [output, said] = ['', ''];
  child.stdout.on('data', (chunk) => {
    output += chunk;
    said = (said + chunk).slice(-TAIL);
  });
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-TAIL);
  });
  const [code, killed] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code ?? killed}:\n${said}`);
  return { output, seconds: (performance.now() - started) / 1000 };
}

/** A port of the loopback address that nobody listens to. @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
