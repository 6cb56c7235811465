import { readFile } from 'node:fs/promises';
import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { csvZip, datZip, ratingLines, Sources, zipOf } from './sources.ts';

for (const [name, zip, titles] of [
  ['own.zip', csvZip, /Film, The \d+/],
  ['ml-1m.zip', datZip, /Les Misérables \d+/],
] as const) {
  test(`${name} is opened, trained on, and recommends its own movies to its own users`, async ({ page }) => {
    const notebook = new Sources(page);
    await notebook.open('#epochs=2');
    await notebook.pick(name, await zip());
    await expect(notebook.provenance).toContainText(name);
    await notebook.expectStatus('data', 'done');
    await expect(notebook.cell('data')).toContainText('IDs 100 to 139');
    await expect(notebook.cell('data')).toContainText('Your own file, read in this tab');
    await expect(page.getByRole('textbox', { name: 'User ID' })).toHaveValue(/^1[0-3]\d$/);
    await notebook.train();
    await expect(notebook.tickets).toHaveCount(5);
    await expect(notebook.tickets.first()).toContainText(titles);
    await expect(page).toHaveURL(/#data=file&.*place=\d+$/);
  });
}

test('ids that are texts: a CSV of one’s own from the drop to a recommendation', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open('#epochs=2&minRatings=1');
  const lines = ratingLines(';', (user, movie) => `${1 + ((user * movie) % 5)}`)
    .trim()
    .split('\n');
  const rows = lines.map((line) => {
    const [user, movie, stars] = line.split(';');
    return `reader ${user};Tale <i>no.</i> ${movie};${stars}`;
  });
  await notebook.drop('books.csv', `user;book;rating\n${rows.join('\n')}\n`);
  await expect(notebook.provenance).toContainText('books.csv');
  await expect(page.getByRole('textbox', { name: 'User ID' })).toHaveValue(/^reader 1[0-3]\d$/);
  await notebook.train();
  await expect(notebook.tickets.first()).toContainText(/Tale <i>no\.<\/i> \d+/);
  await page.getByRole('textbox', { name: 'User ID' }).fill('reader 117');
  await page.getByRole('textbox', { name: 'User ID' }).press('Enter');
  await expect(notebook.cell('recommend')).toContainText('reader 117');
  await expect(notebook.tickets).toHaveCount(5);
});

test('a bare ratings.dat is opened by a drop; its movies go by their ids', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open();
  const text = ratingLines('::', () => '4');
  await notebook.drop('ratings.dat', text);
  await expect(notebook.provenance).toContainText('ratings.dat');
  await expect(notebook.cell('data')).toContainText('IDs 100 to 139');
});

const BROKEN: readonly (readonly [string, () => Promise<Buffer>, RegExp])[] = [
  ['cut.zip', async () => (await datZip()).subarray(0, 400), /“cut\.zip” is a zip that is cut off or damaged\./],
  ['notes.zip', () => zipOf({ 'notes.txt': 'hi' }), /“notes\.txt” is neither a zip nor a file of ratings/],
  ['photo.jpg', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /“photo\.jpg” is a picture, not a file of ratings/],
  [
    'r.csv',
    async () => Buffer.from('userId,movieId,rating,timestamp\n1,1,x,1\n'),
    /r\.csv, line 2: the rating “x” is not a number/,
  ],
];

test('a broken file is refused with a sentence, and what was loaded before stays', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open();
  for (const [name, file, sentence] of BROKEN) {
    await notebook.pick(name, await file());
    const alert = notebook.cell('data').getByRole('alert');
    await expect(alert).toContainText(sentence);
    await expect(alert).toContainText('MovieLens Latest Small (2016) is still loaded.');
    await notebook.expectStatus('data', 'failed');
    await expect(notebook.provenance).toContainText('MovieLens Latest Small (2016)');
    await expect(notebook.cell('data').getByRole('radio', { name: 'MovieLens Latest Small' })).toBeChecked();
  }
  await notebook.cell('data').getByText('Synthetic ratings').click();
  await expect(notebook.cell('data').getByRole('alert')).toHaveCount(0);
  await notebook.expectStatus('data', 'done');
  await expect(notebook.cell('train').getByRole('button', { name: 'Train' })).toBeEnabled();
  await notebook.cell('data').getByRole('radio', { name: 'MovieLens Latest Small' }).check();
  await notebook.expectStatus('data', 'done');
});

test('a zip of two tables that could be the ratings asks which, and loads what is chosen', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open();
  const lines = (from: number) =>
    Array.from({ length: 60 }, (_, at) => `${at % 12},${from + (at % 7)},${1 + (at % 5)}\n`).join('');
  const header = 'userId,movieId,rating\n';
  await notebook.pick('two.zip', await zipOf({ 'first.csv': header + lines(0), 'second.csv': header + lines(100) }));
  const question = notebook.cell('data').getByRole('region', { name: 'Which table holds the ratings' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Load second.csv' }).click();
  await notebook.expectStatus('data', 'done');
  await expect(notebook.cell('data')).toContainText('two.zip');
  await expect(question).toBeHidden();
});

test('a file that was read with the wrong columns is read again with others', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open();
  const data = notebook.cell('data');
  await expect(data.getByRole('button', { name: 'Columns and format…' })).toHaveCount(0);
  const rows = Array.from({ length: 60 }, (_, at) => `${at % 12},${at % 5},${1 + (at % 4)},${900 + at}\n`);
  await notebook.pick('own.csv', Buffer.from(`user,item,rating,score of mine\n${rows.join('')}`));
  await expect(data).toContainText('IDs 0 to 11');
  await data.getByRole('button', { name: 'Columns and format…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Columns and format' });
  const shown = dialog.getByRole('table', { name: 'The first ratings, as they will be read' }).getByRole('row');
  await expect(shown).toHaveCount(11);
  expect(await violationsIn(page, 'dialog')).toEqual([]);
  await dialog.getByRole('combobox', { name: 'User', exact: true }).selectOption('score of mine');
  await expect(shown.nth(1)).toContainText('900');
  await dialog.getByRole('button', { name: 'Read again' }).click();
  await expect(data).toContainText('IDs 900 to 959');
  await notebook.pick('photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  await notebook.expectStatus('data', 'failed');
  await expect(data.getByRole('button', { name: 'Columns and format…' })).toBeVisible();
  await data.getByRole('button', { name: 'Keep own.csv' }).click();
  await notebook.expectStatus('data', 'done');
});

test('recommendations keep to the data they were trained on, until other data is trained on', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open('#epochs=1&user=5');
  await notebook.train();
  await notebook.pick('own.zip', await csvZip());
  await expect(notebook.provenance).toContainText('own.zip');
  await notebook.expectStatus('recommend', 'stale');
  await expect(notebook.cell('recommend')).toContainText('Trained on MovieLens Latest Small (2016); own.zip is loaded now.');
  await expect(notebook.cell('recommend')).toContainText('From 1 to 671.');
  await notebook.pickUser('671');
  await expect(notebook.tickets).toHaveCount(5);
  await expect(notebook.cell('train')).toContainText('MovieLens Latest Small (2016), 28debaa8');
  await notebook.train();
  await expect(notebook.cell('recommend')).toContainText('From 100 to 139.');
  await expect(page.getByRole('textbox', { name: 'User ID' })).toHaveValue(/^1[0-3]\d$/);
  await expect(notebook.tickets.first()).toContainText(/Film, The \d+/);
  await notebook.cell('data').getByRole('radio', { name: 'MovieLens Latest Small' }).check();
  await expect(notebook.cell('data')).toContainText('IDs 1 to 671');
});

test('the address brings synthetic ratings, which train', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open('#data=synthetic-1m&epochs=1&userFactors=8&movieFactors=8');
  await expect(notebook.cell('data')).toContainText('1,000,209');
  await expect(notebook.provenance).toContainText('Synthetic 1M, seed 1');
  await expect(notebook.cell('data').getByRole('radio', { name: 'Synthetic ratings' })).toBeChecked();
  await expect(notebook.cell('data')).not.toContainText('Cite F. Maxwell Harper');
  await notebook.train();
  await expect(notebook.tickets).toHaveCount(5);
  await expect(notebook.tickets.first()).toContainText(/Synthetic movie \d+/);
  await expect(page).toHaveURL(/#data=synthetic-1m&/);
  await notebook.cell('data').getByRole('radio', { name: 'MovieLens Latest Small' }).check();
  await expect(notebook.provenance).toContainText('MovieLens Latest Small (2016)');
  await expect(page).not.toHaveURL(/data=/);
});

test('a data set that the address cannot mean is named, and the bundled one is loaded', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open('#data=ml-99z');
  await expect(notebook.cell('data')).toContainText('The address asks for the data set “ml-99z”, which is not one of');
  await expect(notebook.provenance).toContainText('MovieLens Latest Small (2016)');
});

test('while a run goes, no other data can be loaded', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open('#epochs=200');
  await notebook.press('train', 'Train');
  await notebook.press('train', 'Pause');
  await notebook.expectStatus('train', 'paused');
  await expect(notebook.cell('data').getByRole('radio', { name: 'Synthetic ratings' })).toBeDisabled();
  await expect(notebook.cell('data')).toContainText('Stop the run to load other data.');
  await page.evaluate(() => {
    location.hash = '#data=synthetic-1m&epochs=200';
  });
  await expect(notebook.cell('data').getByRole('alert')).toContainText('cannot be loaded during a training run');
  await expect(notebook.provenance).toContainText('MovieLens Latest Small (2016)');
  await notebook.press('train', 'Stop');
  await notebook.expectStatus('train', 'done');
});

test('the bundled zip, opened as a file, gives the same ratings', async ({ page }) => {
  const notebook = new Sources(page);
  await notebook.open();
  await notebook.pick('copy.zip', await readFile(new URL('../public/data/ml-latest-small.zip', import.meta.url)));
  await expect(notebook.provenance).toContainText('copy.zip');
  await expect(notebook.provenance).toContainText('28debaa8766bcdf5a1961038c985bf8791e4d9165c644f1f4878afcbfcaa0bb8');
  await expect(notebook.cell('data')).toContainText('100,004');
});
