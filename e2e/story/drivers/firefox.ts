import puppeteer, { type ElementHandle, type KeyInput } from 'puppeteer-core';
import type { Browser, Driver } from '../driver.ts';

/** Firefox by Puppeteer, over WebDriver BiDi. */
export async function launchFirefox(executablePath: string, downloads: string): Promise<Browser> {
  const extraPrefsFirefox = {
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
    'browser.helperApps.neverAsk.saveToDisk': 'application/octet-stream',
  };
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox });
  const newTab = async (): Promise<Driver> => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`uncaught: ${error}`));
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
      click: async () => await ((await found()) as ElementHandle<Element>).click(),
      upload: async (path) => await ((await found()) as ElementHandle<HTMLInputElement>).uploadFile(path),
      press: async (key) => await page.keyboard.press(key as KeyInput),
      resize: async (width, height) => await page.setViewport({ width, height }),
      screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
      close: async () => await context.close(),
    };
  };
  return { version: await browser.version(), newTab, close: async () => await browser.close() };
}
