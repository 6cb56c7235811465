// @ts-check
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, runNpm } from './run.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

/**
 * Installs what the lock file names, unless it is there already.
 *
 * @throws Error with a sentence for the user when that fails
 */
export async function installPackages() {
  const [wanted, present] = await Promise.all(['package-lock.json', 'node_modules/.package-lock.json'].map(readLock));
  if (wanted && present && isInstalled(wanted, present)) return;
  console.log('Installing the packages that package-lock.json names …');
  // Without the development packages there is no Vite, whatever NODE_ENV says.
  const code = await runNpm(['ci', '--include=dev']);
  if (code !== 0)
    throw new Error('The packages could not be installed: the lines above say why (is the network there?). Then run this again.');
}

/**
 * By version and not by date: a fresh checkout dates the lock file later than packages that fit it.
 *
 * @param {Lock} wanted the lock file
 * @param {Lock} present what npm says that it installed
 */
export function isInstalled(wanted, present) {
  return Object.entries(wanted.packages).every(([place, { version, optional }]) => {
    if (place === '') return true;
    const found = present.packages[place];
    // Optional ones are for other systems.
    return found ? found.version === version : optional === true;
  });
}

/** @param {string} name @returns {Promise<Lock | undefined>} */
async function readLock(name) {
  try {
    return JSON.parse(await readFile(path.join(ROOT, name), 'utf8'));
  } catch {
    return undefined;
  }
}
