// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/** What the checks run beside what the jobs ask for. */
const NOTEBOOKS = ['nbclient==0.10.2', 'nbformat==5.10.4', 'ipykernel==6.29.5'];

/** The Python 3.11 of this machine, by its command; undefined where there is none. */
export const systemPython = () =>
  ['python3.11', 'python3', 'python'].find((name) => answers(name, ['-c', 'import sys; assert sys.version_info[:2] == (3, 11)']));

export const hasJava = () => answers('java', ['-version']);

/**
 * Makes a virtual environment with packages in it, unless they are there.
 *
 * @param {string} system a Python
 * @param {string} folder
 * @param {readonly string[]} requirements paths of requirements.txt
 * @returns {Promise<string>} its Python
 * @throws Error with a sentence where the packages cannot be installed
 */
export async function prepareEnvironment(system, folder, requirements) {
  await mkdir(path.dirname(folder), { recursive: true });
  const python = path.join(folder, 'bin', 'python');
  const files = requirements.flatMap((file) => ['-r', file]);
  const install = ['-m', 'pip', 'install', '--quiet', ...files, ...NOTEBOOKS];
  if (answers(python, [...install, '--no-index'])) return python;
  console.error(`Fetching Python packages into ${folder} (about a gigabyte the first time) …`);
  if (!shows(system, ['-m', 'venv', folder]) || !shows(python, install)) {
    throw new Error('The Python packages could not be installed: the lines above say why.');
  }
  return python;
}

/** @param {string} program @param {readonly string[]} args */
const answers = (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** stdout is for results. @param {string} program @param {readonly string[]} args */
const shows = (program, args) => spawnSync(program, args, { stdio: ['ignore', process.stderr, process.stderr] }).status === 0;
