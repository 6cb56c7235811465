// @ts-check
import { findFirefox, findWebKit } from '../find-browser.mjs';
import { provideBrowser } from './browser.mjs';
import { installOnDebian } from './debian.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} BrowserName */

/** Those in which the story is told beside Chromium, and what Debian calls them. */
const OTHERS = /** @type {const} */ ([
  { name: 'firefox', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'webkit', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
]);

const ADVICE = {
  firefox: 'No Firefox here: install it (Debian: firefox-esr), and the story is told in it as well.',
  webkit: 'No WebKit to drive here: install it (Debian: webkit2gtk-driver and xvfb), and the story is told in it as well.',
};

/**
 * Finds the browsers to test with. Chromium is fetched where it is missing; so are others that must be there, by Debian's root.
 *
 * @param {string | undefined} required names with commas between; undefined where Chromium will do
 * @returns {Promise<Readonly<Record<BrowserName, string>>>} paths of their programs, empty for one that is not there
 * @throws Error with a sentence for the user when one that must be there is not
 */
export async function provideBrowsers(required) {
  const wanted = readNames(required);
  const missing = OTHERS.filter(({ name, find }) => wanted.includes(name) && !find());
  if (missing.length > 0) await installOnDebian(missing.flatMap(({ packages }) => packages));
  const others = Object.fromEntries(OTHERS.map(({ name, find }) => [name, find() ?? '']));
  const found = /** @type {Record<BrowserName, string>} */ ({ chromium: await provideBrowser(), ...others });
  for (const line of reportMissing(found, wanted)) console.log(line);
  return found;
}

/**
 * @param {string | undefined} text
 * @returns {readonly BrowserName[]}
 * @throws Error with a sentence for the user when a name is none of a browser
 */
export function readNames(text) {
  const names = (text ?? '').split(',').filter(Boolean);
  const unknown = names.find((name) => name !== 'chromium' && !(name in ADVICE));
  if (unknown) throw new Error(`MATINEE_BROWSERS names “${unknown}”: the browsers are chromium, firefox and webkit.`);
  return /** @type {BrowserName[]} */ (names);
}

/**
 * One line for each browser that is not there.
 *
 * @param {Readonly<Record<BrowserName, string>>} found
 * @param {readonly BrowserName[]} wanted
 * @returns {readonly string[]}
 * @throws Error with those lines when one that must be there is not
 */
export function reportMissing(found, wanted) {
  const missing = OTHERS.flatMap(({ name }) => (found[name] ? [] : [name]));
  const lines = missing.map((name) => ADVICE[name]);
  if (missing.some((name) => wanted.includes(name))) throw new Error(lines.join('\n'));
  return lines;
}
