import { expect, test } from './fixtures.ts';
import { Sources } from './sources.ts';

const LETTERBOXD = `Date,Name,Year,Letterboxd URI,Rating
2021-03-14,The Matrix,1999,https://boxd.it/2a1m,5
2021-03-14,Amélie,2001,https://boxd.it/2aHi,4.5
2021-03-15,Seven Samurai,1954,https://boxd.it/28Ka,4
2021-03-16,War of the Worlds,2005,https://boxd.it/1ZSq,2.5
2021-03-17,A Film That Nobody Made,2031,https://boxd.it/0000,3
`;

test('one person’s export: its matches, a new user who gets movies, and back', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open('#epochs=1');
  await notebook.drop('ratings.csv', LETTERBOXD);
  const offer = page.getByRole('region', { name: 'One person’s ratings' });
  await expect(offer).toContainText('3 of 5 ratings match; 1 matches several movies; 1 is not in the data.');
  await expect(offer.getByRole('row', { name: /^The Matrix \(1999\)/ })).toContainText('The Matrix (1999)');
  await offer.getByLabel('The match of War of the Worlds').selectOption({ index: 1 });
  await offer.getByRole('button', { name: 'Add 4 ratings as user 672' }).click();
  await expect(notebook.cell('data')).toContainText('User 672 was added in this tab: 4 ratings from ratings.csv (Letterboxd).');
  await expect(notebook.provenance).toContainText('MovieLens Latest Small (2016) with user 672');
  await notebook.train();
  await expect(notebook.cell('recommend')).toContainText('For user 672');
  await expect(notebook.tickets).toHaveCount(5);
  await notebook.press('data', 'Remove user 672');
  await expect(notebook.provenance).not.toContainText('with user 672');
  await notebook.expectStatus('train', 'stale');
});
