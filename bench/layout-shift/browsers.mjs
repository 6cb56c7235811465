// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { Builder } from 'selenium-webdriver';
import { findBrowser, findFirefox, findWebKit } from '../../scripts/find-browser.mjs';

/**
 * A page as a bench needs it, whichever browser shows it.
 *
 * @typedef {object} Visit
 * @property {(script: string) => Promise<any>} evaluate the value of an expression in the page
 * @property {(width: number, height: number) => Promise<void>} resize of the page, as far as the browser's window goes
 * @property {(path: string) => Promise<void>} screenshot
 * @property {() => Promise<void>} close
 */
/** @typedef {{ width: number, height: number, dark?: boolean }} View */

// Chromium refuses to run its sandbox as root.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** @param {string} address @param {View} view @returns {Promise<Visit>} */
async function openChromium(address, { dark = false, ...viewport }) {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: asRoot, ...(executablePath ? { executablePath } : {}) });
  const page = await browser.newPage({ viewport, colorScheme: dark ? 'dark' : 'light' });
  await page.goto(address);
  return {
    evaluate: (script) => page.evaluate(script),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path })),
    close: () => browser.close(),
  };
}

/** @param {string} address @param {View} view @returns {Promise<Visit>} */
async function openFirefox(address, { dark = false, ...viewport }) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: installed('Firefox', findFirefox()),
    extraPrefsFirefox: { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 },
  });
  const page = await browser.newPage();
  await page.setViewport(viewport);
  await page.goto(address);
  return {
    evaluate: (script) => page.evaluate(script),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path: /** @type {`${string}.png`} */ (path) })),
    close: () => browser.close(),
  };
}

/** WebKitGTK, in a window: run under `xvfb-run -a`. @param {string} address @param {View} view @returns {Promise<Visit>} */
async function openWebkit(address, view) {
  const port = await freePort();
  const env = { ...process.env, GDK_BACKEND: 'x11', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const server = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'inherit' });
  const options = { binary: installed('WebKitGTK with its driver and Xvfb', findWebKit()), args: ['--automation'] };
  const driver = await untilAnswered(() =>
    new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options })
      .build(),
  );
  /** @param {string} script */
  const evaluate = (script) => driver.executeScript(`return (${script})`);
  const window = driver.manage().window();
  /** @param {number} wide @param {number} high */
  const resize = async (wide, high) => {
    await window.setRect({ x: 0, y: 0, width: wide, height: high });
    const [width, height] = /** @type {[number, number]} */ (await evaluate('[innerWidth, innerHeight]'));
    await window.setRect({ x: 0, y: 0, width: 2 * wide - width, height: 2 * high - height });
  };
  await resize(view.width, view.height);
  await driver.get(address);
  return {
    evaluate,
    resize,
    screenshot: async (path) => await writeFile(path, await driver.takeScreenshot(), 'base64'),
    close: async () => {
      await driver.quit();
      server.kill();
    },
  };
}

/** @param {string} name @param {string | undefined} program @returns {string} */
export function installed(name, program) {
  if (program === undefined) throw new Error(`${name} is not installed here.`);
  return program;
}

/** The driver takes a moment until it listens. @template Result @param {() => Promise<Result>} ask @returns {Promise<Result>} */
async function untilAnswered(ask, tries = 20) {
  try {
    return await ask();
  } catch (error) {
    if (tries === 0) throw error;
    await setTimeout(250);
    return await untilAnswered(ask, tries - 1);
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  return port;
}

export const OPEN = { chromium: openChromium, firefox: openFirefox, webkit: openWebkit };
