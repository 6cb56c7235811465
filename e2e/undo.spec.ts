import { expect, test } from './fixtures.ts';
import { Sources } from './sources.ts';

test('a preset is undone by the toast, and done again and undone by keys outside of text fields', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open();
  const size = notebook.cell('model').getByRole('textbox', { name: 'User embedding size' });
  const before = await size.inputValue();
  await notebook.press('model', 'Quick');
  await expect(size).toHaveValue('16');
  const toast = page.getByRole('status').filter({ hasText: 'Preset “Quick” applied.' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(size).toHaveValue(before);
  await page.keyboard.press('Control+Shift+Z');
  await expect(size).toHaveValue('16');
  await size.focus();
  await page.keyboard.press('Control+Z');
  await expect(size).toHaveValue('16');
  await size.blur();
  await page.keyboard.press('Control+Z');
  await expect(size).toHaveValue(before);
  // The keys replace the address; the preset itself made an entry, which Back leaves.
  await notebook.press('model', 'Quick');
  await expect(page).toHaveURL(/userFactors=16/);
  await page.goBack();
  await expect(size).toHaveValue(before);
});

test('a file of one’s own is kept once that is agreed to; a reload brings it and the model back, and no id is in the address', async ({
  page,
}) => {
  const notebook = new Sources(page);
  await notebook.open('#epochs=2&minRatings=1');
  const rows = Array.from(
    { length: 240 },
    (_, at) => `reader${at % 12}@shop.example,book ${(at * 7) % 30},${1 + ((at * at) % 5)}`,
  );
  await notebook.pick('sales.csv', Buffer.from(`user,item,rating\n${rows.join('\n')}\n`));
  await notebook.press('data', 'Keep my files');
  await notebook.train();
  await notebook.pickUser('reader5@shop.example');
  await expect(notebook.cell('recommend')).toContainText('For user reader5@shop.example');
  await expect(page).toHaveURL(/#data=file&.*place=6$/);
  await expect(page.getByRole('contentinfo')).toContainText('The link does not contain “sales.csv”.');
  const before = await notebook.tickets.allInnerTexts();
  await page.reload();
  await expect(notebook.cell('recommend')).toContainText('For user reader5@shop.example');
  await expect(notebook.provenance).toContainText('sales.csv');
  expect(await notebook.tickets.allInnerTexts()).toEqual(before);
  await notebook.press('data', 'Delete sales.csv');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(notebook.cell('data').getByRole('button', { name: 'Delete sales.csv' })).toBeVisible();
});
