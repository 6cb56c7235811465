import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

test('the address holds the configuration and the user, and a reload restores them', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open();
  await notebook.cell('model').getByRole('radio', { name: /MLP/ }).check();
  await notebook.setNumber('model', 'User embedding size', '12');
  await notebook.setNumber('train', 'Learning rate', '0.002');
  await notebook.pickUser('42');
  await expect(page).toHaveURL(/#(?=.*model=mlp)(?=.*userFactors=12)(?=.*learningRate=0\.002)(?=.*user=42)/);
  await page.reload();
  await notebook.expectStatus('data', 'done');
  await expect(notebook.cell('model').getByRole('radio', { name: /MLP/ })).toBeChecked();
  await expect(notebook.cell('model').getByRole('textbox', { name: 'User embedding size' })).toHaveValue('12');
  await expect(notebook.cell('train').getByRole('textbox', { name: 'Learning rate' })).toHaveValue('0.002');
  await expect(page.getByRole('textbox', { name: 'User ID' })).toHaveValue('42');
});

test('values that cannot be used are named where they belong, and the rest is taken', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#userFactors=1e9&learningRate=fast&seed=-3&epochs=2.5&batchSize=2048&__proto__=1&hidden=a,b');
  await expect(notebook.cell('model')).toContainText(
    'user embedding size to “1e9”, which is not a whole number from 1 to 256; 256 is used',
  );
  await expect(notebook.cell('train')).toContainText('learning rate to “fast”, which is not a number from');
  await expect(notebook.cell('split')).toContainText('seed to “-3”');
  await expect(notebook.cell('train')).toContainText('epochs to “2.5”');
  await expect(page.getByText('unknown setting “__proto__”')).toBeVisible();
  await expect(notebook.cell('train').getByRole('textbox', { name: 'Batch size' })).toHaveValue('2048');
  await notebook.expectStatus('train', 'ready');
});
