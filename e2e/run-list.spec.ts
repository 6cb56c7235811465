import { readFile } from 'node:fs/promises';
import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

test('two runs are compared, saved, found again after a reload, and opened elsewhere', async ({ page, browser, baseURL }) => {
  const notebook = new Notebook(page);
  const cell = notebook.cell('runs');
  await notebook.open('#epochs=2&userFactors=8&movieFactors=8');
  await notebook.train();
  await notebook.setNumber('train', 'Learning rate', '0.02');
  await notebook.train();

  const row = (name: string) => cell.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await expect(cell.getByRole('columnheader', { name: 'Learning rate' })).toBeVisible();
  await expect(row('Run 2')).toContainText('0.02');
  await row('Run 1').getByRole('button', { name: 'Run 1' }).click();
  await notebook.press('runs', 'Compare the others with it');
  await expect(
    row('Run 2')
      .getByText(/^[+−±]0\.\d{3}$/)
      .first(),
  ).toBeVisible();
  for (const name of ['Run 1', 'Run 2']) await row(name).getByRole('checkbox').check();
  await expect(cell.getByRole('img', { name: /Line chart of Validation RMSE .*Run 1: .*Run 2: / })).toBeVisible();
  await cell.getByRole('columnheader', { name: 'Best validation RMSE' }).getByRole('button').press('Enter');
  await expect(cell.locator('[aria-sort="ascending"]')).toHaveText(/Best validation RMSE/);
  await cell.getByRole('searchbox', { name: 'Filter' }).fill('learning rate = 0.02');
  await expect(cell.getByText('1 of 2 runs in view.')).toBeVisible();
  await notebook.press('runs', 'Clear the filter');
  for (const name of ['Columns', 'Scatter of two numbers', 'Parallel coordinates']) await notebook.press('runs', name);
  await cell.getByRole('listbox', { name: 'Best validation RMSE by Learning rate' }).press('ArrowRight');
  await cell.getByRole('slider', { name: 'Learning rate, up to' }).press('ArrowDown');
  await expect(cell.getByRole('rowheader')).toHaveCount(1);
  expect(await violationsIn(page, '[data-cell="runs"]')).toEqual([]);
  await cell.getByRole('slider', { name: 'Learning rate, up to' }).press('Escape');

  await cell.getByRole('textbox', { name: 'Name' }).fill('=slow');
  await cell.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(row('=slow')).toBeVisible();
  const save = async (button: string): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent('download'), notebook.press('runs', button)]);
    return await download.path();
  };
  expect(await readFile(await save('Save as CSV'), 'utf8')).toContain("\n'=slow,");
  const file = await save('Save as JSON');
  const withWeights = await save('Save with its weights');

  await page.goto('about:blank');
  await page.goto('./');
  await expect(cell.getByRole('rowheader')).toHaveCount(2);
  await cell.getByRole('button', { name: 'Run 2' }).click();
  await notebook.press('runs', 'Use its settings');
  await expect(page).toHaveURL(/learningRate=0\.02/);
  await notebook.press('runs', 'Use its model');
  await expect(notebook.tickets).toHaveCount(5);

  const other = new Notebook(await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage());
  await other.open();
  await other.cell('runs').locator('input[type=file]').setInputFiles(file);
  await expect(other.cell('runs').getByRole('status').filter({ hasText: '2 runs added.' })).toBeVisible();
  await expect(other.cell('runs').getByRole('rowheader', { name: 'Run 2 of' })).toContainText('file');
  await other.cell('runs').locator('input[type=file]').setInputFiles(withWeights);
  await expect(other.cell('runs').getByRole('status').filter({ hasText: '1 run already listed.' })).toBeVisible();
  await other.cell('runs').getByRole('button', { name: '=slow' }).click();
  await other.press('runs', 'Use its model');
  await expect(other.tickets).toHaveCount(5);
  await other.page.context().close();
});
