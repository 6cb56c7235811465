// @ts-check
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.venv', import.meta.url));

/** The interpreter of bench/peers/.venv. */
export const python =
  process.platform === 'win32' ? path.join(folder, 'Scripts', 'python.exe') : path.join(folder, 'bin', 'python');

/**
 * Makes bench/peers/.venv with some packages in it, unless they are there.
 *
 * @param {string} what they are for
 * @param {readonly string[]} packages as they are imported
 * @param {readonly string[]} [install] as they are installed, where that differs
 * @returns {string | null} why they are not there, in one sentence; null when they are
 */
export function preparePython(what, packages, install = packages) {
  if (succeeds(python, ['-c', `import ${packages.join(', ')}`])) return null;
  const system = ['python3', 'python'].find((name) => succeeds(name, ['--version']));
  if (system === undefined) return `${what} is left out: there is no Python on the path.`;
  console.error(`Fetching ${what} into bench/peers/.venv …`);
  const made = shows(system, ['-m', 'venv', folder]) && shows(python, ['-m', 'pip', 'install', '--quiet', ...install]);
  return made ? null : `${what} is left out: it could not be installed, as the lines above say.`;
}

/** @param {string} program @param {readonly string[]} args */
const succeeds = (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** stdout is for figures. @param {string} program @param {readonly string[]} args */
const shows = (program, args) => spawnSync(program, args, { stdio: ['ignore', process.stderr, process.stderr] }).status === 0;
