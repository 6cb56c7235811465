// @ts-check
/** Takes docs/screenshot.png of the built page, trained: `npm run build && node scripts/screenshot.mjs`. */
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';
import { serveBuild } from './server/serve-build.mjs';

const address = await serveBuild(undefined);
const executablePath = findBrowser();
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
const page = await browser.newPage({ viewport: { width: 1440, height: 1500 } });
await page.goto(`${address}#user=300`);
await page.locator('[data-cell="data"][data-status="done"]').waitFor();
await page.locator('[data-cell="train"]').getByRole('button', { name: 'Train' }).click();
await page.locator('[data-cell="train"][data-status="done"]').waitFor({ timeout: 120_000 });
await page
  .getByRole('img', { name: /Line chart/ })
  .locator('svg')
  .first()
  .waitFor();
await page
  .locator('[data-cell="train"] figure')
  .first()
  .evaluate((figure) => figure.scrollIntoView({ block: 'start' }));
await page.mouse.wheel(0, -60);
await page.waitForTimeout(500);
await page.screenshot({ path: 'docs/screenshot.png' });
await browser.close();
process.exit(0);
