import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

interface Process {
  stop(): void;
}

/** A screen that nobody sees. */
export async function startDisplay(): Promise<Process & { readonly name: string }> {
  const args = ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    child.stdout.once('data', (line) => resolve(String(line).trim()));
  });
  return { name: `:${number}`, stop: () => child.kill() };
}

/** The server that starts and drives MiniBrowser. Files are downloaded to the home folder. */
export async function startWebKitDriver(
  display: string,
  home: string,
): Promise<Process & { readonly address: string; readonly version: string }> {
  const port = await freePort();
  const screen = { DISPLAY: display, GDK_BACKEND: 'x11' };
  // Layers are drawn by the processor itself: where there is no GPU, OpenGL does it as well, and takes longer.
  const drawing = { WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  const env = { ...process.env, HOME: home, ...screen, ...drawing, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const child = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  await answers(child, `${address}/status`);
  return { address, version: 'WebKitGTK', stop: () => child.kill() };
}

async function answers(child: ChildProcess, address: string): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`WebKitWebDriver ended with ${child.exitCode}.`);
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
