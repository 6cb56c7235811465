import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

const SMALL = 'epochs=40&userFactors=8&movieFactors=8&batchSize=4096&listWeight=0';
const GRID = encodeURIComponent('grid,full,9,1,rmse,0;learningRate:list:0.005:0.02:0.05:100;l2:list:0.01:0.1:0.2');

test('a sweep goes on after a reload, waits for a training by hand, and its best settings can be taken', async ({ page }) => {
  const notebook = new Notebook(page);
  const cell = notebook.cell('sweep');
  await notebook.open(`#${SMALL}&sweep=${GRID}`);
  await notebook.press('sweep', 'Start the sweep');
  await expect(cell).toContainText(/[1-9]\d* of 12 trials done/);
  await page.reload();
  await notebook.expectStatus('data', 'done');
  await expect(cell).toContainText(/[1-9]\d* of 12 trials done.* Continue it when you like/);
  await notebook.press('sweep', 'Continue the sweep');
  await notebook.train();
  await notebook.expectStatus('sweep', 'done', 60_000);
  await expect(cell).toContainText(/12 of 12 trials done\. Best RMSE so far: 0\.\d{3}\./);
  await expect(notebook.cell('runs').getByRole('rowheader', { name: /^Run \d+/ })).toHaveCount(13);

  for (const title of ['Importance of each setting', 'Results by each setting']) await notebook.press('sweep', title);
  await expect(cell.getByRole('img', { name: /^RMSE by learning rate, \d+ points$/ })).toBeVisible();
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await cell.screenshot({ path: `test-results/screens/sweep-${colorScheme}-${width}.png` });
    expect(await violationsIn(page, '[data-cell="sweep"]')).toEqual([]);
  }
  const before = page.url();
  await notebook.press('sweep', 'Take the best settings');
  await expect(page).not.toHaveURL(before);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page).toHaveURL(before);
});
