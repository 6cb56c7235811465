// @ts-check
import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program in the root folder with its output streaming through.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options] variables beside those of this process
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 * @throws the system's error when it cannot be started
 */
export function run(program, args, { env = {}, shell = false } = {}) {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env }, shell });
  // A terminal sends Ctrl-C to the child itself; a SIGTERM reaches this process alone.
  const pass = () => child.kill('SIGTERM');
  process.once('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  }).finally(() => process.off('SIGTERM', pass));
}

/**
 * Runs npm: the one that started this process, if there is one, and else the one on the path.
 *
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 * @throws Error with a sentence for the user when there is no npm
 */
export async function runNpm(args, env = {}) {
  const parent = process.env.npm_execpath;
  if (parent && basename(parent) === 'npm-cli.js') return run(process.execPath, [parent, ...args], { env });
  try {
    // On Windows npm is a script, which only a shell can start.
    return await run('npm', args, { env, shell: process.platform === 'win32' });
  } catch {
    throw new Error('npm was not found: install Node from https://nodejs.org, which brings npm with it.');
  }
}
