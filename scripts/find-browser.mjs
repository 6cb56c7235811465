// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What is asked of the machine; tests bring their own. */
/** @typedef {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, works: (program: string) => boolean }} Machine */
/** @typedef {{ env: NodeJS.ProcessEnv, exists: (path: string) => boolean, folders: (path: string) => readonly string[] }} Files */

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

const FIREFOX_COMMANDS = ['firefox-esr', 'firefox'];
const MAC_FIREFOX = '/Applications/Firefox.app/Contents/MacOS/firefox';
const WINDOWS_FIREFOX = 'Mozilla Firefox\\firefox.exe';

/** WebKit's own small browser, which distributions keep off the path: Debian in a folder for each architecture. */
const MINI_BROWSER = 'webkit2gtk-4.1/MiniBrowser';

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

/** @type {Machine & Files} */
const THIS_MACHINE = {
  platform: process.platform,
  env: process.env,
  works: starts,
  exists: existsSync,
  folders: (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : []),
};

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
  if (platform === 'win32')
    return windowsRoots(env).flatMap((root) => WINDOWS_PROGRAMS.map((program) => path.win32.join(root, program)));
  const onPath = COMMANDS.flatMap((command) => placesOnPath(env, command));
  if (platform !== 'darwin') return [...onPath, '/opt/google/chrome/chrome', '/snap/bin/chromium'];
  const apps = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
  return [...apps.flatMap((folder) => MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`)), ...onPath];
}

/** @param {NodeJS.ProcessEnv} env @returns {string[]} */
function windowsRoots(env) {
  return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
}

/** @param {NodeJS.ProcessEnv} env @param {string} command @returns {string[]} */
function placesOnPath(env, command) {
  const folders = (env.PATH ?? '').split(':').filter(Boolean);
  return folders.map((folder) => path.posix.join(folder, command));
}

/**
 * Firefox, where it is installed.
 *
 * @param {Machine} [machine]
 * @returns {string | undefined} path of its program
 */
export function findFirefox({ platform, env, works } = THIS_MACHINE) {
  if (platform === 'win32')
    return windowsRoots(env)
      .map((root) => path.win32.join(root, WINDOWS_FIREFOX))
      .find(works);
  const onPath = FIREFOX_COMMANDS.flatMap((command) => placesOnPath(env, command));
  return (platform === 'darwin' ? [MAC_FIREFOX, ...onPath] : onPath).find(works);
}

/**
 * WebKit for GTK, where it can be driven without a screen: its small browser, its WebDriver and Xvfb.
 *
 * @param {Files} [machine]
 * @returns {string | undefined} path of the small browser
 */
export function findWebKit({ env, exists, folders } = THIS_MACHINE) {
  const driven = ['WebKitWebDriver', 'Xvfb'].every((command) => placesOnPath(env, command).some(exists));
  if (!driven) return undefined;
  const roots = ['/usr/lib', '/usr/lib64', '/usr/libexec'].flatMap((root) => [root, ...folders(root)]);
  return roots.map((root) => path.posix.join(root, MINI_BROWSER)).find(exists);
}

/** Whether a browser's program is there and runs. @param {string} program */
export function starts(program) {
  if (!existsSync(program)) return false;
  // On Windows `--version` opens a window. Elsewhere it tells a browser from Ubuntu's stub, which only recommends a snap.
  return process.platform === 'win32' || spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
