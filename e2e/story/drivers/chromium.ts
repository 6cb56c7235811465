import { join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';
import type { Browser, Driver } from '../driver.ts';

/** Chromium by Playwright. */
export async function launchChromium(options: LaunchOptions, downloads: string): Promise<Browser> {
  const browser = await chromium.launch(options);
  const newTab = async (): Promise<Driver> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
    page.on('pageerror', ({ message }) => problems.push(`uncaught: ${message}`));
    page.on('download', (download) => void download.saveAs(join(downloads, download.suggestedFilename())));
    const found = async () => {
      const element = (await page.evaluateHandle(() => window.story.found)).asElement();
      if (!element) throw new Error('No element was found to act on.');
      return element;
    };
    return {
      problems,
      open: async (address) => void (await page.goto(address)),
      reload: async () => void (await page.reload()),
      evaluate: async (work, argument) => (await page.evaluate(work as never, argument)) as never,
      click: async () => await (await found()).click(),
      upload: async (path) => await (await found()).setInputFiles(path),
      press: async (key) => await page.keyboard.press(key),
      resize: async (width, height) => await page.setViewportSize({ width, height }),
      screenshot: async (path) => void (await page.screenshot({ path })),
      close: async () => await context.close(),
    };
  };
  return { version: `Chromium ${browser.version()}`, newTab, close: async () => await browser.close() };
}
