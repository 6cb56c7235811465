// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** What is asked of the machine; tests bring their own. */
/** @typedef {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, works: (program: string) => boolean }} Machine */

const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'brave',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

/** @type {Machine} */
const THIS_MACHINE = { platform: process.platform, env: process.env, works: starts };

/**
 * A Chromium-family browser that is installed here.
 *
 * @param {Machine} [machine]
 * @returns {string | undefined} path of its program
 * @throws Error with a sentence for the user when CHROME_PATH names none
 */
export function findBrowser(machine = THIS_MACHINE) {
  const chosen = machine.env.CHROME_PATH;
  if (!chosen) return candidates(machine).find(machine.works);
  if (machine.works(chosen)) return chosen;
  throw new Error(`CHROME_PATH is "${chosen}", where no browser starts: correct the path or unset the variable.`);
}

/** @param {Machine} machine @returns {string[]} */
function candidates({ platform, env }) {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => WINDOWS_PROGRAMS.map((program) => path.win32.join(root, program)));
  }
  const folders = (env.PATH ?? '').split(':').filter(Boolean);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => path.posix.join(folder, command)));
  if (platform !== 'darwin') return [...onPath, '/opt/google/chrome/chrome', '/snap/bin/chromium'];
  const apps = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
  return [...apps.flatMap((folder) => MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`)), ...onPath];
}

/** Whether a browser's program is there and runs. @param {string} program */
export function starts(program) {
  if (!existsSync(program)) return false;
  // On Windows `--version` opens a window. Elsewhere it tells a browser from Ubuntu's stub, which only recommends a snap.
  return process.platform === 'win32' || spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

export const findFirefox = () => '/usr/bin/firefox-esr';
export const findWebKit = () => '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
