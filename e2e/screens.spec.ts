import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

const ZIP = '**/data/ml-latest-small.zip';

/** Holds the data back until the returned function is called. */
async function holdData(context: BrowserContext): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route(ZIP, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 768, 360]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width > 1000 ? 900 : 760 } });

      test('every state is accessible, fits the width and has its picture', async ({ page, context, problems }) => {
        test.setTimeout(120_000);
        const notebook = new Notebook(page);
        const picture = async (state: string): Promise<void> => {
          await page.screenshot({ path: `test-results/screens/${state}-${colorScheme}-${width}.png`, fullPage: true });
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${state}: ${id} at ${nodes.map(({ target }) => target).join(' ')}`)).toEqual(
            [],
          );
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        };
        const release = await holdData(context);
        await notebook.goto('#epochs=200');
        await notebook.expectStatus('data', 'running');
        await picture('loading');
        release();
        await notebook.expectStatus('data', 'done');
        await picture('empty');
        await notebook.press('train', 'Train');
        await expect(page.getByRole('img', { name: /Line chart/ }).locator('svg')).toBeVisible({ timeout: 60_000 });
        await notebook.press('train', 'Pause');
        await picture('training');
        await notebook.press('train', 'Stop');
        await notebook.expectStatus('train', 'done');
        await picture('trained');
        await notebook.setNumber('model', 'User embedding size', '32');
        await notebook.expectStatus('train', 'stale');
        await picture('stale');
        await notebook.press('train', 'More settings');
        await notebook.cell('train').getByRole('radio', { name: 'SGD' }).check();
        await notebook.setNumber('train', 'Learning rate', '100');
        await notebook.press('train', /^Train/);
        await notebook.expectStatus('train', 'failed');
        await notebook.pickUser('9999');
        await picture('failed');
        const closed = page.getByRole('button', { expanded: false });
        while ((await closed.count()) > 0) await closed.first().click();
        await expect(page.locator('math').first()).toBeVisible();
        await picture('opened');
        await context.route(ZIP, (route) => route.fulfill({ status: 404 }));
        await page.reload();
        await notebook.expectStatus('data', 'failed');
        await picture('failed-data');
        problems.take(); // The browser logs the failed request itself.
      });
    });
  }
}
