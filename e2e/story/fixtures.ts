import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Browser, Launch } from './driver.ts';
import { launchChromium } from './drivers/chromium.ts';
import { launchFirefox } from './drivers/firefox.ts';
import { launchWebKit } from './drivers/webkit.ts';
import { StoryPage } from './story-page.ts';

export { expect };

/** A browser as the project is called. */
interface Started {
  readonly browser: Browser;
  /** The folder in which its downloads arrive. */
  readonly downloads: string;
}

const PICTURES = 'test-results/screens';

/** Playwright's `test` with the page in the project's browser. It also fails on errors that the browser logs. */
export const test = base.extend<{ story: StoryPage; downloads: string }, { started: Started }>({
  started: [
    async ({ launchOptions }, use, { project }) => {
      const launch: Readonly<Record<string, Launch>> = {
        chromium: (downloads) => launchChromium(launchOptions, downloads),
        firefox: (downloads) => launchFirefox(process.env.MATINEE_FIREFOX ?? '', downloads),
        webkit: (downloads) => launchWebKit(process.env.MATINEE_WEBKIT ?? '', downloads),
      };
      const downloads = await mkdtemp(join(tmpdir(), 'matinee-downloads-'));
      const browser = await (launch[project.name] as Launch)(downloads);
      await use({ browser, downloads });
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  downloads: async ({ started }, use) => await use(started.downloads),
  story: async ({ started, baseURL }, use, { project }) => {
    await mkdir(PICTURES, { recursive: true });
    const tab = await started.browser.newTab();
    await tab.resize(1440, 900);
    const story = new StoryPage(tab, baseURL ?? '', join(PICTURES, project.name));
    await use(story);
    const problems = await story.problems();
    await tab.close();
    expect(problems, 'problems in the browser').toEqual([]);
  },
});
