// @ts-check
import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = path.join(here, '.venv');
const python = process.platform === 'win32' ? path.join(folder, 'Scripts', 'python.exe') : path.join(folder, 'bin', 'python');
const PACKAGES = ['torch', 'numpy'];

/**
 * Makes bench/peers/.venv with PyTorch in it, unless it is there: a download of a few gigabytes.
 *
 * @returns {string | null} why there is none, in one sentence; null when there is
 */
export function preparePytorch() {
  if (succeeds(python, ['-c', `import ${PACKAGES.join(', ')}`])) return null;
  const system = ['python3', 'python'].find((name) => succeeds(name, ['--version']));
  if (system === undefined) return 'PyTorch is left out: there is no Python on the path.';
  console.error('Fetching PyTorch into bench/peers/.venv …');
  const made = shows(system, ['-m', 'venv', folder]) && shows(python, ['-m', 'pip', 'install', '--quiet', ...PACKAGES]);
  return made ? null : 'PyTorch is left out: it could not be installed, as the lines above say.';
}

/**
 * @param {{ ratings: string, model: string, batch: number, steps: number, fused: boolean, signal: AbortSignal }} work `ratings`: path of the columns; `signal` ends it
 * @returns {Promise<{ version: string, threads: number, millisecondsPerStep: number }>} of the fastest pass
 */
export async function timePytorch({ ratings, model, batch, steps, fused, signal }) {
  const words = [
    '--ratings',
    ratings,
    '--model',
    model,
    '--batch',
    `${batch}`,
    '--steps',
    `${steps}`,
    ...(fused ? ['--fused'] : []),
  ];
  const { stdout } = await promisify(execFile)(python, [path.join(here, 'pytorch_mf.py'), ...words], { signal });
  return JSON.parse(stdout);
}

/** @param {string} program @param {readonly string[]} args */
const succeeds = (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** stdout is for figures. @param {string} program @param {readonly string[]} args */
const shows = (program, args) => spawnSync(program, args, { stdio: ['ignore', process.stderr, process.stderr] }).status === 0;
