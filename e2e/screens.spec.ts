import type { BrowserContext, Page } from '@playwright/test';
import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';
import { csvZip, Sources } from './sources.ts';

const ZIP = '**/data/ml-latest-small.zip';

/** Holds the data back until the returned function is called. */
async function holdData(context: BrowserContext): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route(ZIP, async (route) => {
    await released;
    // A page that was left meanwhile wants nothing any more.
    await route.continue().catch(() => undefined);
  });
  return release;
}

/** Between the first and the last every element and every colour is met: these are checked by axe and have their picture. */
const LOOKS = [
  { width: 1440, theme: 'light', isChecked: true },
  { width: 768, theme: 'light', isChecked: false },
  { width: 360, theme: 'dark', isChecked: true },
] as const;

type Look = (typeof LOOKS)[number];

/** Checks that a state fits each width, and that it (or a part of it) is accessible, and takes pictures of it. */
async function picture(page: Page, state: string, part = 'html', looks: readonly Look[] = LOOKS): Promise<void> {
  for (const { width, theme, isChecked } of looks) {
    await page.setViewportSize({ width, height: width > 1000 ? 900 : 760 });
    await page.emulateMedia({ colorScheme: theme });
    const label = `${state}-${theme}-${width}`;
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), label).toBeLessThanOrEqual(width);
    if (isChecked) await check(page, label, part);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function check(page: Page, label: string, part: string): Promise<void> {
  // A page is long: as a PNG its picture takes twice the time.
  await page.locator(part).screenshot({ path: `test-results/screens/${label}.jpg`, quality: 90 });
  expect(await violationsIn(page, part), label).toEqual([]);
}

test('every state is accessible, fits the width and has its picture', async ({ page, context, problems }) => {
  test.setTimeout(600_000);
  const notebook = new Notebook(page);
  const take = (state: string): Promise<void> => picture(page, state);
  const release = await holdData(context);
  await notebook.goto('#epochs=200');
  // Afresh for each width: a download that is silent for half a minute is given up.
  for (const look of LOOKS) {
    await page.reload();
    await notebook.expectStatus('data', 'running');
    await picture(page, 'loading', 'html', [look]);
  }
  release();
  await notebook.expectStatus('data', 'done');
  await take('empty');
  await notebook.press('train', 'Train');
  await expect(
    page
      .getByRole('img', { name: /Line chart/ })
      .locator('svg')
      .first(),
  ).toBeVisible({ timeout: 60_000 });
  await notebook.press('train', 'Pause');
  await take('training');
  await notebook.press('train', 'Stop');
  await notebook.expectStatus('train', 'done');
  await take('trained');
  await notebook.setNumber('model', 'User embedding size', '32');
  await notebook.expectStatus('train', 'stale');
  await take('stale');
  await notebook.press('train', 'More settings');
  await notebook.cell('train').getByRole('radio', { name: 'SGD', exact: true }).check();
  await notebook.setNumber('train', 'Learning rate', '100');
  await notebook.press('train', /^Train( again)?$/);
  await notebook.expectStatus('train', 'failed');
  await notebook.pickUser('9999');
  await take('failed');
  // Of the runs in the list one is open at a time.
  await notebook.cell('runs').getByRole('button', { name: 'Run 1' }).click();
  const closed = page.locator('button[aria-expanded="false"]:not(table button)');
  while ((await closed.count()) > 0) await closed.first().click();
  await expect(page.locator('math').first()).toBeVisible();
  await take('opened');
  await context.route(ZIP, (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await notebook.expectStatus('data', 'failed');
  await take('failed-data');
  await problems.take(); // The browser logs the failed request itself.
});

test('so are the tools of training, a baseline and what is offered after a reload', async ({ page, problems }) => {
  test.setTimeout(600_000);
  const notebook = new Notebook(page);
  const take = (state: string): Promise<void> => picture(page, `train-${state}`, '[data-cell="train"]');
  await notebook.open('#model=bias');
  const [model, train] = [notebook.cell('model'), notebook.cell('train')];
  await notebook.train();
  await expect(train.getByRole('row', { name: /^Bias only/ })).toBeVisible();
  await take('baseline');
  await model.getByRole('radio', { name: 'Dot product' }).check();
  await notebook.press('train', 'More settings');
  await train.getByRole('radio', { name: 'SGD', exact: true }).check();
  await notebook.setNumber('train', 'Gradient clipping', '0.01');
  await notebook.press('train', 'Find a learning rate');
  await notebook.press('train', 'Try rising rates');
  await expect(train.getByRole('button', { name: /^Use / })).toBeVisible();
  await take('rate-finder');
  await notebook.setNumber('train', 'Epochs', '200');
  await notebook.press('train', /^Train( again)?$/);
  await expect(train.getByText('Best so far')).toBeVisible();
  await notebook.press('train', 'Pause');
  await notebook.expectStatus('train', 'paused');
  await notebook.press('train', 'Follow one rating');
  await page.keyboard.press('Alt+Enter');
  await notebook.press('train', 'A rating of the next batch');
  await page.keyboard.press('Alt+Enter');
  await expect(train.getByRole('figure').filter({ hasText: /Step [\d,]+, worked out/ })).toBeVisible();
  await take('slow-motion');
  await page.reload();
  await notebook.expectStatus('data', 'done');
  await expect(train.getByRole('button', { name: 'Resume' })).toBeVisible();
  await take('resume');
  await page.evaluate(() => window.labWorker.terminate());
  await expect(train).toContainText('It was restarted');
  await notebook.expectStatus('data', 'done');
  await take('restarted');
  await problems.take(); // A page that goes away ends what it was fetching.
});

test('so is the evaluation, before, with its figures, explained, and where they are stale', async ({ page }) => {
  test.setTimeout(600_000);
  const notebook = new Notebook(page);
  const take = (state: string): Promise<void> => picture(page, `evaluate-${state}`, '[data-cell="evaluate"]');
  await notebook.open('#data=synthetic-700x1500x100000&validationShare=0.2&testShare=0.1&epochs=3');
  const cell = notebook.cell('evaluate');
  await expect(cell.getByRole('button', { name: 'Evaluate' })).toBeDisabled();
  await take('before');
  await notebook.train();
  await notebook.press('evaluate', 'Evaluate');
  await notebook.expectStatus('evaluate', 'done', 240_000);
  await expect(cell.getByRole('img', { name: /Line chart/ }).locator('svg')).toBeVisible({ timeout: 60_000 });
  await take('done');
  await cell.getByRole('radio', { name: 'Genre' }).check();
  await cell.getByRole('switch', { name: 'Show as table' }).click();
  await notebook.press('evaluate', 'Explain');
  await expect(cell.locator('math').first()).toBeVisible();
  await notebook.setNumber('evaluate', 'List length (k)', '20');
  await notebook.expectStatus('evaluate', 'stale');
  await take('stale');
});

test('so is every way to ratings', async ({ page, context, problems }) => {
  test.setTimeout(600_000);
  const take = (state: string): Promise<void> => picture(page, `data-${state}`, '[data-cell="data"]');
  const notebook = new Sources(page);
  const data = notebook.cell('data');
  await notebook.open('#data=ml-1m');
  await expect(data.getByRole('region', { name: 'Terms of use' })).toBeVisible();
  await take('terms');
  let release = (): void => {};
  await context.route('**/grouplens/ml-1m.zip', async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    await route.abort();
  });
  await context.route('https://files.grouplens.org/**', (route) => route.abort());
  await notebook.press('data', /^Agree and download/);
  await expect(data.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await take('downloading');
  release();
  await expect(data.getByRole('alert')).toContainText('did not arrive');
  await take('download-failed');
  await data.getByRole('radio', { name: 'From a URL' }).check();
  await take('url');
  await data.getByRole('radio', { name: 'Synthetic ratings' }).check();
  await take('synthetic');
  await notebook.pick('own.zip', await csvZip());
  await notebook.press('data', 'Keep my files');
  await expect(data.getByRole('region', { name: 'Kept in this browser' })).toBeVisible();
  await take('kept');
  const rows = Array.from({ length: 100 }, (_, at) => `${at % 9};w${at % 20};v${at}`).join('\n');
  await notebook.pick('odd.csv', Buffer.from(`alpha;beta;gamma\n${rows}\n`));
  await expect(data.getByRole('region', { name: 'Which column holds what' })).toBeVisible();
  await take('columns');
  await problems.take(); // The browser logs the failed requests itself.
});
