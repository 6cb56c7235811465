import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

for (const width of [1440, 360]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('the drawn network follows the settings, and its boxes say what they compute', async ({ page }) => {
      const notebook = new Notebook(page);
      await notebook.open('#hidden=16&listWeight=0');
      const model = notebook.cell('model');
      const diagram = model.getByRole('group', { name: /^Diagram of the network/ });
      const box = (name: string | RegExp) => diagram.getByRole('button', { name });
      await expect(diagram).toHaveAccessibleName(/496,587 parameters.*Movie factors, Table 9,066 × 50/);
      await notebook.setNumber('model', 'Movie embedding size', '32');
      await expect(box(/^Movie factors: Table 9,066 × 32\. Output \(batch, 32\), 290,112 parameters\./)).toBeVisible();
      await expect(box(/^User projection: Dense 50 × 32/)).toBeVisible();

      await model.getByRole('radio', { name: 'MLP' }).check();
      await expect(box(/^Dense 1: Dense 82 × 16/)).toBeVisible();
      await box('User ID').focus();
      await page.keyboard.press('End');
      await expect(box(/^Score/)).toBeFocused();
      await expect(model.locator('math').last()).toContainText('score');

      expect(await violationsIn(page, '[data-cell="model"]')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await model.getByRole('switch', { name: 'Show as table' }).click();
      await expect(model.getByRole('row', { name: /dense_1/ })).toContainText('1,328');
    });
  });
}

test('the aim is a choice by key, sets the settings that follow, and has none with a baseline', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open();
  const model = notebook.cell('model');
  const aim = model.getByRole('group', { name: 'Aim', exact: true });
  const loss = model.getByRole('group', { name: 'Loss', exact: true });
  const between = model.getByRole('slider', { name: 'List weight' });
  await expect(aim.getByRole('radio', { name: 'Stars and list' })).toBeChecked();
  await expect(between).toHaveAccessibleName('List weight');
  await expect(between).toHaveAttribute('aria-valuetext', '0.8');
  await expect(model.getByRole('button', { name: 'Default', exact: true })).toHaveAttribute('aria-pressed', 'true');

  await aim.getByRole('radio', { name: 'Stars and list' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(aim.getByRole('radio', { name: 'List', exact: true })).toBeChecked();
  await expect(page).toHaveURL(/#loss=implicit&user=\d+$/);
  await expect(between).toHaveCount(0);
  await loss.getByRole('radio', { name: 'Softmax (all movies)' }).check();
  await expect(page).toHaveURL(/#listWeight=1&user=\d+$/);
  await expect(aim.getByRole('radio', { name: 'List', exact: true })).toBeChecked();

  await aim.getByRole('radio', { name: 'Stars', exact: true }).check();
  await expect(page).toHaveURL(/#listWeight=0&user=\d+$/);
  await expect(loss.getByRole('radio', { name: 'Squared' })).toBeChecked();
  await expect(loss.getByRole('radio')).toHaveCount(3);

  await notebook.setNumber('model', 'Movie embedding size', '32');
  await expect(model.getByRole('textbox', { name: 'User embedding size' })).toHaveValue('50');
  await aim.getByRole('radio', { name: 'Stars and list' }).check();
  for (const size of ['User embedding size', 'Movie embedding size']) {
    await expect(model.getByRole('textbox', { name: size })).toHaveValue('32');
  }
  await expect(page).toHaveURL(/#movieFactors=32&user=\d+$/);
  await notebook.setNumber('model', 'User embedding size', '50');
  await expect(model.getByRole('textbox', { name: 'Movie embedding size' })).toHaveValue('50');
  await expect(page).toHaveURL(/#user=\d+$/);
  await notebook.setNumber('model', 'List weight', '0.5');
  await expect(page).toHaveURL(/#listWeight=0\.5&user=\d+$/);

  await model.getByRole('radio', { name: 'MLP' }).check();
  await aim.getByRole('radio', { name: 'List', exact: true }).check();
  await expect(page).toHaveURL(/#model=mlp&listWeight=1&user=\d+$/);
  await model.getByRole('radio', { name: 'EASE' }).check();
  await expect(aim).toHaveCount(0);
});
