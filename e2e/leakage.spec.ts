import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';
import { Sources, zipOf } from './sources.ts';

const SMALL = '#epochs=2&userFactors=8&movieFactors=8&batchSize=4096&listWeight=0';

test('one button trains under three splits, tells how far it is, and shows what a random share gives away', async ({ page }) => {
  test.setTimeout(240_000);
  const notebook = new Notebook(page);
  await notebook.open(SMALL);
  const cell = notebook.cell('evaluate');
  await notebook.press('evaluate', 'Compare three splits');
  await notebook.press('evaluate', 'Train under three splits');
  await expect(cell.getByRole('progressbar', { name: 'Three splits' })).toBeVisible();
  await expect(notebook.cell('train').getByRole('button', { name: /^Train( again)?$/ })).toBeDisabled();
  const table = cell.getByRole('table', { name: 'The same settings under three splits' });
  const figures = '\\d\\.\\d{3}';
  for (const split of ['Random share', 'Last of each user', 'Cut in time'])
    await expect(table.getByRole('row', { name: new RegExp(`^${split} .*${figures}`) })).toBeVisible({ timeout: 120_000 });
  await expect(cell.getByText(/^With a random share, the model sees ratings that are newer/)).toBeVisible();
  await expect(table).toContainText(/The model knows the future: \d+ % of the validation ratings/);
  await expect(table).toContainText('The model does not know a user’s own future');
  await expect(table).toContainText('The model knows nothing of the future');
  await expect(cell).not.toContainText('NaN');

  const first = await table.innerText();
  await notebook.pressInTurn('evaluate', 'Train under three splits', 'Cancel');
  await expect(cell.getByRole('button', { name: 'Train under three splits' })).toBeEnabled();
  await notebook.press('evaluate', 'Train under three splits');
  await expect(cell.getByRole('button', { name: 'Train under three splits' })).toBeEnabled({ timeout: 120_000 });
  expect(await table.innerText()).toBe(first);

  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await cell.screenshot({ path: `test-results/screens/leakage-${colorScheme}-${width}.png` });
    expect(await violationsIn(page, '[data-cell="evaluate"]')).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await notebook.setNumber('train', 'Epochs', '3');
  await expect(cell).toContainText('Trained with epochs 2; it is now 3.');
  await notebook.train();
});

test('without times two of the splits are refused with what helps, and without likes there is no list', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open(`${SMALL}&minRatings=1`);
  const rows = Array.from({ length: 400 }, (_, at) => `${1 + (at % 20)},${1 + ((7 * at) % 41)},${1 + (at % 3)}`);
  await notebook.pick('plain.zip', await zipOf({ 'ratings.csv': `userId,movieId,rating\n${[...rows, '1,50,5'].join('\n')}\n` }));
  await expect(notebook.provenance).toContainText('plain.zip');
  await notebook.press('evaluate', 'Compare three splits');
  await notebook.press('evaluate', 'Train under three splits');
  const cell = notebook.cell('evaluate');
  await expect(cell.getByText('Load ratings with a column of times.')).toHaveCount(2, { timeout: 60_000 });
  await expect(cell).toContainText('No list can be measured: no validation rating has 4 stars or more');
  await expect(cell).toContainText('One of the two is missing here');
  await expect(cell).not.toContainText('NaN');
});
