import { writeFile } from 'node:fs/promises';
import { Builder, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import type { Browser, Driver } from '../driver.ts';
import { startDisplay, startWebKitDriver } from './webkit-processes.ts';

const KEYS: Readonly<Record<string, string>> = {
  ArrowRight: Key.ARROW_RIGHT,
  ArrowLeft: Key.ARROW_LEFT,
  Enter: Key.ENTER,
};

/** WebKit as GNOME's small browser shows it, by Selenium. It tells nothing of its log, and its storage is a private window's. */
export async function launchWebKit(miniBrowser: string, downloads: string): Promise<Browser> {
  const display = await startDisplay();
  const server = await startWebKitDriver(display.name, downloads);
  const newTab = async (): Promise<Driver> => {
    // In full screen there is no toolbar, whose width would keep the window from being as narrow as a phone.
    const options = { binary: miniBrowser, args: ['--automation', '--full-screen'] };
    const capabilities = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
    const driver = await new Builder().usingServer(server.address).withCapabilities(capabilities).build();
    return tabOf(driver);
  };
  const close = async (): Promise<void> => {
    server.stop();
    display.stop();
  };
  return { version: server.version, newTab, close };
}

function tabOf(driver: WebDriver): Driver {
  const found = async () => await driver.executeScript<WebElement>(() => window.story.found);
  return {
    problems: [],
    open: async (address) => await driver.get(address),
    reload: async () => await driver.navigate().refresh(),
    evaluate: async (work, argument) => (await driver.executeScript(work, argument)) as never,
    click: async () => await (await found()).click(),
    upload: async (path) => await (await found()).sendKeys(path),
    press: async (key) =>
      await driver
        .actions()
        .sendKeys(KEYS[key] ?? key)
        .perform(),
    resize: async (width, height) => void (await driver.manage().window().setRect({ x: 0, y: 0, width, height })),
    screenshot: async (path) => await writeFile(path, await driver.takeScreenshot(), 'base64'),
    close: async () => await driver.quit(),
  };
}
