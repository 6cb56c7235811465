import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';
import { readRatings } from './plain-ratings.ts';

test('the tables of the data are searched, sorted and scrolled by keyboard', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open();
  const cell = notebook.cell('data');
  await notebook.press('data', /^Tables/);
  const table = (name: string) => cell.getByRole('table', { name: `${name} of the data` });
  const ratings = await readRatings();
  await expect(table('ratings')).toHaveAttribute('aria-rowcount', '100005');
  await expect(table('ratings').getByRole('row').nth(1)).toContainText('Dangerous Minds');

  await table('ratings').getByRole('button', { name: 'Stars' }).click();
  await expect(table('ratings').getByRole('columnheader', { name: 'Stars' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(table('ratings').getByRole('row').nth(1).getByRole('cell').nth(2)).toHaveText('0.5');
  await cell.getByRole('region', { name: 'Scrollable: ratings of the data' }).focus();
  await page.keyboard.press('End');
  await expect(table('ratings').locator('[aria-rowindex="100005"]').getByRole('cell').nth(2)).toHaveText('5');

  await cell.getByRole('searchbox', { name: 'Find a title' }).fill('pulp fiction');
  const pulp = ratings.filter(({ movieId }) => movieId === 296).length;
  await expect(cell.getByText(`${pulp} ratings`, { exact: true })).toBeVisible();

  await cell.getByRole('tab', { name: 'Ratings' }).focus();
  await page.keyboard.press('ArrowRight');
  await table('movies').getByRole('button', { name: 'Ratings' }).click();
  await table('movies').getByRole('button', { name: 'Ratings' }).click();
  await expect(table('movies').getByRole('row').nth(1)).toContainText(/Forrest Gump.*341/);
  await cell.getByRole('tab', { name: 'Describe' }).click();
  await expect(cell.getByRole('row', { name: /^mean 3\.544 149 11\.03/ })).toBeVisible();
});
