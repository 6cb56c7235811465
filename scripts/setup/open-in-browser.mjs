// @ts-check
import { spawn } from 'node:child_process';

/**
 * Which program opens an address here.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[] | undefined} program and first arguments; undefined in CI and where there is no screen
 */
export function opener(platform, env) {
  if (env.CI) return undefined;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}

/** Shows the page where that is possible; the address has been printed for all other cases. @param {string} address */
export function openInBrowser(address) {
  const [program, ...args] = opener(process.platform, process.env) ?? [];
  if (!program) return;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.once('error', () => {});
  child.unref();
}
