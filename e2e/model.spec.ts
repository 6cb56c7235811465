import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

for (const width of [1440, 360]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('the drawn network follows the settings, and its boxes say what they compute', async ({ page }) => {
      const notebook = new Notebook(page);
      await notebook.open('#hidden=16');
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

      const { violations } = await new AxeBuilder({ page }).include('[data-cell="model"]').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await model.getByRole('switch', { name: 'Show as table' }).click();
      await expect(model.getByRole('row', { name: /dense_1/ })).toContainText('1,328');
    });
  });
}
