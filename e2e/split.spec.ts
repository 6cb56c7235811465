import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

test('the split is chosen by keyboard, says what leaks, and its test part is measured at the end of a run', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=1&userFactors=8&movieFactors=8&batchSize=4096');
  const cell = notebook.cell('split');
  await notebook.expectStatus('split', 'done');
  await expect(cell.getByRole('row', { name: /^Validation 10,000 10 %/ })).toBeVisible();
  await expect(cell).toContainText(/The future leaks into the past: 9,\d{3} of the 10,000 validation ratings/);

  await cell.getByRole('radio', { name: 'Random share' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(cell.getByRole('radio', { name: 'Last of each user' })).toBeChecked();
  await expect(cell.getByRole('row', { name: /^Validation 671 / })).toBeVisible();
  await expect(cell).toContainText('No user’s own future leaks into the validation part.');
  await page.keyboard.press('ArrowRight');
  await expect(cell).toContainText('Nothing leaks into the validation part');
  await expect(cell).toContainText(/Never seen in training: \d+ of the \d+ users/);
  await expect(page).toHaveURL(/split=time-cut/);

  await notebook.setNumber('split', 'Test share', '0.2');
  await expect(cell.getByRole('row', { name: /^Test 20,001 20 %/ })).toBeVisible();
  await notebook.train();
  const train = notebook.cell('train');
  await expect(train).toContainText(/Test RMSE\s*[01]\.\d{3}/);
  await expect(train).toContainText(
    'learned from 70,003 (training part). It was measured on 10,000 others after every epoch (validation part), and on 20,001 at the end',
  );

  await cell.getByRole('radio', { name: 'Random share' }).check();
  await notebook.expectStatus('train', 'stale');
  await expect(train).toContainText('Trained with split Cut in time; it is now Random share.');
});
