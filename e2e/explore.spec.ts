import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';
import { readRatings } from './plain-ratings.ts';

test('one chart filters the others, by keyboard and by brush, and chips take the filters off', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open();
  const cell = notebook.cell('explore');
  const ratings = await readRatings();
  const totals = new Map<number, number>();
  for (const { userId } of ratings) totals.set(userId, (totals.get(userId) ?? 0) + 1);
  const stars = cell.getByRole('listbox', { name: 'How people rate: ratings by stars' });
  const perUser = cell.getByRole('listbox', { name: /^Ratings per user/ });
  const count = (stars: number) => ratings.filter((rating) => rating.stars === stars).length.toLocaleString('en');
  await expect(stars.getByRole('option', { name: `4: ${count(4)}` })).toBeVisible();
  await expect(cell).toContainText('All 100,004 ratings');

  await stars.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await expect(stars.getByRole('option', { name: /^5:/ })).toHaveAttribute('aria-selected', 'true');
  await expect(cell.getByRole('status')).toContainText(`${count(5)} of 100,004 ratings`);
  await page.keyboard.press('Shift+ArrowLeft');
  const some = ratings.filter((rating) => rating.stars >= 4.5);
  await expect(cell.getByRole('status')).toContainText(`${some.length.toLocaleString('en')} of 100,004 ratings`);
  // Its own bars stay as they were; the others count what passes.
  await expect(stars.getByRole('option', { name: `4: ${count(4)}` })).toBeVisible();
  const users = new Set(some.map(({ userId }) => userId));
  const between = [...users].filter((user) => (totals.get(user) ?? 0) >= 16 && (totals.get(user) ?? 0) < 32).length;
  await expect(perUser.getByRole('option', { name: `16–31: ${between}`, exact: true })).toBeVisible();

  const box = (await perUser.boundingBox()) as { x: number; y: number; width: number; height: number };
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.98, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(cell.getByRole('button', { name: /^Clear filter Ratings per user: 128–255 to 2048–4095/ })).toBeVisible();
  await cell.getByRole('button', { name: 'Clear filter How people rate: 4.5 to 5' }).click();
  const busy = ratings.filter(({ userId }) => (totals.get(userId) ?? 0) >= 128).length;
  await expect(cell.getByRole('status')).toContainText(`${busy.toLocaleString('en')} of 100,004 ratings`);
  await perUser.focus();
  await page.keyboard.press('Escape');
  await expect(cell).toContainText('All 100,004 ratings');
});

test('the best-rated movies follow the least number of ratings, with the formula in live numbers', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open();
  const cell = notebook.cell('explore');
  await notebook.press('explore', /Genres and best movies|best movies/i);
  const best = cell.getByRole('table', { name: 'Best rated' });
  await expect(best.getByRole('row').nth(1)).toContainText(/Shawshank Redemption.*311/);
  await expect(cell.getByRole('figure', { name: 'Formula' })).toContainText('311');
  await notebook.setNumber('explore', 'Rated at least', '5000');
  await expect(best).toContainText('No movie has 5000 ratings');
  await notebook.setNumber('explore', 'Rated at least', '1');
  await expect(best.getByRole('row')).toHaveCount(11);
  await cell.getByRole('switch', { name: 'Show as table' }).last().click();
  await expect(cell.getByRole('region', { name: 'Genres as a table' })).toContainText('Drama');
});
