import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

test('similar movies, what the numbers say, and the map by search, lasso, keys and table', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=4');
  await notebook.train();
  const cell = notebook.cell('embeddings');
  await cell.scrollIntoViewIfNeeded();
  const check = async (): Promise<void> => {
    expect(await violationsIn(page, '[data-cell="embeddings"]')).toEqual([]);
  };

  await cell.getByRole('combobox', { name: 'Find a movie' }).fill('GODFATHER');
  await cell.getByRole('option', { name: /^The Godfather 1972/ }).click();
  await expect(cell.getByRole('heading', { name: 'The Godfather 1972' })).toBeVisible();
  await cell.getByRole('button', { name: /^Numbers of this embedding/ }).click();
  await expect(cell.getByText(/^\[[−\d., ]+\]$/)).toBeVisible();
  await expect(cell.getByRole('table', { name: 'By dot product' }).getByRole('row')).toHaveCount(11);
  await check();

  await cell.getByRole('radio', { name: 'What the numbers say' }).check();
  await expect(cell.getByRole('table', { name: 'Most liked' }).getByRole('row')).toHaveCount(11);
  await check();

  await cell.getByRole('radio', { name: 'Map' }).check();
  const map = cell.getByRole('application');
  await expect(map).toBeVisible();
  await expect(cell.getByText('Neighbour purity')).toBeVisible();
  await cell.getByRole('combobox', { name: 'Find a movie on the map' }).fill('toy story');
  await page.keyboard.press('Enter');
  await expect(cell.getByRole('status').getByRole('button', { name: 'Toy Story' })).toBeVisible();
  // The movie and its five neighbours.
  await expect(map.locator('circle')).toHaveCount(6);
  await map.focus();
  await page.keyboard.press('0');
  const box = (await map.boundingBox()) as { x: number; y: number; width: number; height: number };
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.down();
  for (const [x, y] of [
    [0.99, 0.01],
    [0.99, 0.99],
    [0.01, 0.99],
  ] as const) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 3 });
  }
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(cell.getByText(/points selected/)).toBeVisible();
  await check();
  await cell.getByRole('switch', { name: 'Show as table' }).click();
  await expect(cell.getByRole('table', { name: 'Points with the most ratings first' }).getByRole('row')).toHaveCount(51);
});
