// @ts-check
import { findBrowser, starts } from '../find-browser.mjs';
import { installOnDebian } from './debian.mjs';
import { runNpm } from './run.mjs';

/**
 * Finds a browser to test with, and else gets one.
 *
 * @returns {Promise<string>} path of its program
 * @throws Error with a sentence for the user when there is none to be had
 */
export async function provideBrowser() {
  const found = findBrowser() ?? (await playwrightsOwn()) ?? (await debiansOwn());
  if (found) return found;
  throw new Error('No browser to test with: install Chrome or Chromium, or set CHROME_PATH to the program of one.');
}

/** Playwright's download, taken now if it has not been before. @returns {Promise<string | undefined>} */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const program = chromium.executablePath();
  if (starts(program)) return program;
  console.log("No Chromium, Chrome, Edge or Brave here: downloading Playwright's Chromium …");
  const code = await runNpm(['exec', '--', 'playwright', 'install', 'chromium']);
  return code === 0 && starts(program) ? program : undefined;
}

/** @returns {Promise<string | undefined>} undefined too where this is not Debian's or Ubuntu's root */
async function debiansOwn() {
  await installOnDebian(['chromium']);
  return findBrowser();
}
