import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, Locator, type Page } from 'puppeteer-core';
import { starts } from '../../scripts/find-browser.mjs';
import { DIST } from './fixtures.ts';
import { startPlainHost } from './plain-host.ts';

const FIREFOX = process.env.MATINEE_FIREFOX ?? '/usr/bin/firefox-esr';
const TRAINED = '[data-cell="train"][data-status="done"]';

const launch = (): Promise<Browser> => puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector('[data-cell="data"][data-status="done"]');
}

async function train(page: Page): Promise<void> {
  // After a reload the model is there again.
  const buttons = ['Train', 'Train again'].map((name) =>
    page.locator(`[data-cell="train"] ::-p-aria([name="${name}"][role="button"])`),
  );
  await Locator.race(buttons).click();
  await page.waitForSelector(TRAINED, { timeout: 120_000 });
}

/** By polling: Puppeteer's search for a text goes through the whole page in every frame. */
async function expectOffline(page: Page, words: string): Promise<void> {
  const read = () => page.evaluate(() => document.querySelector('footer')?.textContent);
  await expect.poll(read, { timeout: 60_000 }).toContain(words);
}

const isIsolated = (page: Page): Promise<boolean> => page.evaluate(() => crossOriginIsolated);

test('Firefox: a plain host in a folder, and after one visit without the host', async () => {
  const isHere = starts(FIREFOX);
  if (!isHere) console.log(`Firefox is not tried offline: there is none at ${FIREFOX}.`);
  test.skip(!isHere);
  test.setTimeout(240_000);
  const host = await startPlainHost(DIST);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await open(page, `${host.address}#epochs=2&userFactors=8&movieFactors=8`);
    expect(await isIsolated(page)).toBe(false);
    await train(page);
    await expectOffline(page, 'works offline');
    await host.stop();

    await page.reload();
    await page.waitForSelector('[data-cell="data"][data-status="done"]');
    expect(await isIsolated(page)).toBe(true);
    await train(page);
    await page.waitForSelector('[data-cell="train"] figure svg', { timeout: 60_000 });
    await page.locator('[data-cell="model"] ::-p-aria([name="Explain"][role="button"])').click();
    await page.waitForSelector('math');

    await page.locator('::-p-aria([name="Switch off offline use"][role="button"])').click();
    await expectOffline(page, 'switched off');
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await host.stop();
  }
});
