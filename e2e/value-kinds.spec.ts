import { expect, test } from './fixtures.ts';
import { ratingLines, Sources } from './sources.ts';

test('counts are trained on with the aim List at the first click; what means “not rated” is left out, or kept by a click', async ({
  page,
}) => {
  const notebook = new Sources(page);
  await notebook.open('#epochs=2&minRatings=1');
  const data = notebook.cell('data');
  await notebook.drop('plays.csv', `user,artist,plays,time\n${ratingLines(',', (user, movie) => String((user * movie) % 97))}`);
  await expect(notebook.provenance).toContainText('plays.csv');
  await expect(data).toContainText('are counts');
  await expect(notebook.cell('model').getByRole('radio', { name: /^List/ })).toBeChecked();
  await notebook.train();
  await expect(notebook.tickets).toHaveCount(5);

  const anime = ratingLines(',', (_, movie) => (movie % 2 ? '-1' : '7'));
  await notebook.pick('anime.csv', Buffer.from(`user_id,anime_id,rating,time\n${anime}`));
  await expect(data).toContainText('400 ratings of −1 seem to mean “not rated”. They are left out.');
  // The model stays until another is trained.
  await expect(notebook.tickets).toHaveCount(5);
  await data.getByRole('button', { name: 'Keep the ratings of −1' }).click();
  await expect(data).toContainText('They are kept as ratings like all others.');
  await expect(page).toHaveURL(/notRated=none/);
});
