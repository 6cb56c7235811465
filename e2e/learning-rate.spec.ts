import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

test('a learning rate is found by trying, and one click takes it', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#userFactors=16&movieFactors=16');
  await notebook.press('train', 'Find a learning rate');
  await notebook.press('train', 'Try rising rates');
  const use = notebook.cell('train').getByRole('button', { name: /^Use 0\.\d+$/ });
  await expect(use).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('img', { name: /Line chart of RMSE, smoothed \(stars\) by learning rate/ })).toBeVisible();
  const rate = ((await use.textContent()) ?? '').replace('Use ', '');
  await use.click();
  await expect(notebook.cell('train').getByRole('textbox', { name: 'Learning rate' })).toHaveValue(rate);
  await expect(page).toHaveURL(new RegExp(`learningRate=${rate}`));
  await page.screenshot({ path: 'test-results/screens/rate-finder.png', fullPage: true });
});

test('the keys of the run start, pause, resume and stop it', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=100&userFactors=8&movieFactors=8');
  await page.keyboard.press('Control+Enter');
  await notebook.expectStatus('train', 'running');
  await page.keyboard.press('Control+Enter');
  await notebook.expectStatus('train', 'paused');
  await page.keyboard.press('Control+Enter');
  await notebook.expectStatus('train', 'running');
  await page.keyboard.press('Control+Shift+Enter');
  await notebook.expectStatus('train', 'done');
  await expect(page.getByRole('img', { name: /Line chart of learning rate by epoch/ })).toBeVisible();
  await notebook.cell('train').screenshot({ path: 'test-results/screens/rate-curve.png' });
});

test('a run with patience stops early and takes its best epoch, and says so', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=60&patience=1&l2=0&biasL2=0&learningRate=0.02&schedule=constant&userFactors=16&movieFactors=16');
  await notebook.train();
  await expect(notebook.cell('train')).toContainText(
    /Stopped early after epoch \d+: 1 epoch passed without a better validation error\./,
  );
  const words = await notebook
    .cell('train')
    .getByText(/The weights of epoch \d+ are in use/)
    .innerText();
  const [, epoch, error] =
    /The weights of epoch (\d+) are in use: it has the lowest validation error, ([\d.]+)\./.exec(words) ?? [];
  const figure = notebook.cell('train').locator('dl > div').filter({ hasText: 'Validation RMSE' });
  await expect(figure).toContainText(`${error}`);
  await expect(figure).toContainText(`of epoch ${epoch}, whose weights are in use`);
});

test('no rates are drawn of a run that had none', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#optimizer=als&listWeight=0&epochs=1&userFactors=8&movieFactors=8');
  await notebook.train();
  await notebook.press('model', /^Default/);
  await expect(page.getByRole('img', { name: /Line chart of learning rate by epoch.*Run: no points yet/ })).toBeVisible();
});
