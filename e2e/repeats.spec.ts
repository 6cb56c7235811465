import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

test('settings are repeated with one button, and their row has intervals; a duel begins and is stopped', async ({ page }) => {
  const notebook = new Notebook(page);
  const cell = notebook.cell('runs');
  await notebook.open('#epochs=2&userFactors=8&movieFactors=8&batchSize=4096&listWeight=0');
  await notebook.press('runs', 'Repeat with several seeds or folds');
  await notebook.setNumber('runs', 'How often', '1');
  await expect(cell.getByText('One seed has no interval: two are the least, five are better.')).toBeVisible();
  await notebook.setNumber('runs', 'How often', '3');
  await notebook.press('runs', 'Repeat with 3 seeds');
  const row = cell.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Runs 1–3' }) });
  await expect(row).toContainText(/\d\.\d{3} ± \d\.\d{3}/, { timeout: 60_000 });
  await expect(cell.getByText(/^Runs 1–3\. 3 seeds: RMSE /)).toBeVisible({ timeout: 60_000 });
  await row.getByRole('button', { name: 'Runs 1–3' }).click();
  await expect(cell.getByRole('rowheader')).toHaveCount(4);

  await notebook.press('runs', 'Equal-time duel');
  await notebook.press('runs', 'Dot product against MLP');
  await expect(cell.getByRole('img', { name: /A: Dot product/ })).toBeVisible({ timeout: 60_000 });
  expect(await violationsIn(page, '[data-cell="runs"]')).toEqual([]);
  await notebook.press('runs', 'Stop');
  await expect(cell.getByText('Stopped before both had their time, so nobody is ahead.')).toBeVisible();
});
