import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { createStaticServer } from '../../scripts/server/static-server.mjs';
import { violationsIn } from '../accessibility.ts';
import { DIST, expect, expectSaved, isIsolated, NEXT_TITLE, test } from './fixtures.ts';

test.describe.configure({ timeout: 180_000 });

/** Opens everything on the page that is fetched late. */
async function openAll(page: Page): Promise<void> {
  // Of the reasons for the movies one is open at a time.
  const closed = page.getByRole('button', { expanded: false }).filter({ hasNotText: 'Why?' });
  await page.getByRole('button', { name: /^Why / }).first().click();
  while ((await closed.count()) > 0) await closed.first().click();
  await expect(page.locator('math').first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'ratings of the data' })).toHaveAttribute('aria-rowcount', '100005');
}

test('a host that sends no headers: the page trains at once, and on the next visit it is isolated', async ({
  page,
  notebook,
}) => {
  await notebook.open('#epochs=2&userFactors=8&movieFactors=8');
  await page.evaluate(() => Object.assign(window, { isFirstLoad: true }));
  await notebook.train();
  await expectSaved(page);
  expect(await isIsolated(page)).toBe(false);
  expect(await page.evaluate(() => 'isFirstLoad' in window), 'the page has not reloaded itself').toBe(true);

  await page.reload();
  await notebook.expectStatus('data', 'done');
  expect(await isIsolated(page)).toBe(true);
  await notebook.train();
  const [lab] = page.workers();
  const loaded = await lab?.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(
    loaded?.some((name) => /\/shared[\w-]*\.wasm$/.test(name)),
    'the engine shares memory between threads',
  ).toBe(true);
  await expect(notebook.tickets).toHaveCount(5);
});

test('after one visit everything opens without the host', async ({ page, host, notebook }) => {
  await notebook.open('#epochs=3&userFactors=8&movieFactors=8');
  await expectSaved(page);
  await host.stop();
  await page.reload();
  await notebook.expectStatus('data', 'done');
  expect(await isIsolated(page)).toBe(true);
  await notebook.train();
  await expect(notebook.tickets).toHaveCount(5);
  await expect(
    page
      .getByRole('img', { name: /Line chart/ })
      .locator('svg')
      .first(),
  ).toBeVisible();
  await openAll(page);
  await notebook.cell('train').getByRole('button', { name: 'Compare all engines' }).click();
  await expect(
    notebook
      .cell('train')
      .getByRole('row', { name: /TensorFlow\.js/ })
      .first(),
  ).toBeVisible();
});

test('a new version waits until it is asked for, and never shows during a run', async ({
  page,
  context,
  host,
  notebook,
  newer,
}) => {
  await notebook.open('#epochs=100&userFactors=8&movieFactors=8');
  await expectSaved(page);
  const other = await context.newPage();
  await other.goto('./');
  await expectSaved(other);
  host.folder = newer;

  const notice = page.getByRole('region', { name: 'New version' });
  await page.reload();
  await expect(notice).toBeVisible();
  await expect(page).toHaveTitle(/^Matinee/);
  await notebook.press('train', 'Train');
  await expect(notice).toBeHidden();
  await notebook.press('train', 'Pause');
  await expect(notice).toBeHidden();
  await notebook.press('train', 'Stop');
  await notice.getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle(NEXT_TITLE);
  await notebook.expectStatus('data', 'done');
  await expect(notice).toBeHidden();

  host.asked.length = 0;
  await other.locator('[data-cell="model"]').getByRole('button', { name: 'Explain' }).click();
  await expect(other.locator('math').first()).toBeVisible();
  const parts = host.asked.filter((name) => name.startsWith('assets/'));
  expect(parts, 'the page that was open still has the parts of its own build').toEqual([]);
});

test('offline use is switched off and stays off until it is switched on', async ({ page, host, notebook }) => {
  const cacheNames = () => page.evaluate(() => caches.keys());
  await notebook.open();
  await expectSaved(page);
  expect(await cacheNames()).toHaveLength(1);
  await page.getByRole('button', { name: 'Switch off offline use' }).click();
  await expect.poll(cacheNames).toEqual([]);
  await page.reload();
  await notebook.expectStatus('data', 'done');
  await expect(page.getByText('switched off')).toBeVisible();
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  expect(await cacheNames()).toEqual([]);

  await page.getByRole('button', { name: 'Switch on offline use' }).click();
  await expectSaved(page);
  await page.getByRole('button', { name: 'Switch off offline use' }).click();
  await expect.poll(cacheNames).toEqual([]);
  await page.getByRole('button', { name: 'Switch on offline use' }).click();
  await expectSaved(page);
  await host.stop();
  await page.reload();
  await notebook.expectStatus('data', 'done');
});

test('a file that the host alters is not saved, and the page works without', async ({ page, host, notebook }) => {
  host.alter = (name, body) => (name === '' ? Buffer.concat([body, Buffer.from('<!-- injected -->')]) : body);
  await notebook.open();
  await expect(page.getByText('could not be saved')).toBeVisible({ timeout: 60_000 });
  host.alter = undefined;
  await page.getByRole('button', { name: 'Try again offline use' }).click();
  await expectSaved(page);
});

test('what the server says of each file holds when it comes from the cache', async ({ page }) => {
  const server = await createStaticServer(DIST);
  server.listen(0, 'localhost');
  await once(server, 'listening');
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  await expectSaved(page);
  server.close();
  server.closeAllConnections();
  await page.reload();
  const policies = await page.evaluate(async () => {
    const kept = await caches.open((await caches.keys())[0] ?? '');
    const addresses = (await kept.keys()).map(({ url }) => url);
    const policyOf = async (script: RegExp) => {
      const { headers } = await fetch(addresses.find((address) => script.test(address)) ?? '');
      return headers.get('Content-Security-Policy');
    };
    return { downloader: await policyOf(/\/downloader-/), lab: await policyOf(/\/worker-/) };
  });
  expect(policies.downloader).toContain("connect-src 'self' https:;");
  expect(policies.lab).toContain("connect-src 'self';");
});

test('the notice and the control are accessible and have their pictures', async ({ page, host, notebook, newer }) => {
  await notebook.open();
  await expectSaved(page);
  host.folder = newer;
  await page.reload();
  await expect(page.getByRole('region', { name: 'New version' })).toBeVisible();
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 760 });
    const state = `${colorScheme}-${width}`;
    await page.screenshot({ path: `test-results/screens/new-version-${state}.png` });
    await page.getByText('works offline').scrollIntoViewIfNeeded();
    await page.screenshot({ path: `test-results/screens/works-offline-${state}.png` });
    expect(await violationsIn(page), state).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
