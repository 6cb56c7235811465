// @ts-check
/** Takes docs/screenshot.png of the built page, trained: `npm run build && node scripts/screenshot.mjs`. */
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';
import { serveBuild } from './server/serve-build.mjs';

const address = await serveBuild(undefined);
const executablePath = findBrowser();
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(address);
await page.locator('[data-cell="data"][data-status="done"]').waitFor();
await page.locator('[data-cell="train"]').getByRole('button', { name: 'Train' }).click();
await page.locator('[data-cell="train"][data-status="done"]').waitFor({ timeout: 120_000 });
await page
  .getByRole('img', { name: /Line chart/ })
  .locator('svg')
  .first()
  .waitFor();
// The first run draws its curves over some seconds.
await page.waitForTimeout(4000);
await page
  .getByText(/better than user \+ movie bias \(/)
  .evaluate((verdict) => verdict.scrollIntoView({ block: 'end', behavior: 'instant' }));
await page.mouse.wheel(0, 40);
await page.waitForTimeout(1500);
await page.screenshot({ path: 'docs/screenshot.png' });
await browser.close();
process.exit(0);
