import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readableTitle, shortTitle } from '../../src/core/movie-title.ts';
import { ratingLines } from '../sources.ts';
import { waitForWeights } from './downloaded.ts';
import { expectFiveMovies } from './five-movies.ts';
import { expect, test } from './fixtures.ts';

/** Long enough for a browser that draws and trains on the same two cores as the one beside it. */
test.describe.configure({ timeout: 240_000 });

for (const [model, hash] of [
  ['dot', '#engine=simd'],
  // Stars alone: with a list the layers grow apart by the rounding of browsers without fused operations, until places change.
  ['mlp', '#model=mlp&listWeight=0&engine=simd'],
] as const) {
  test(`a first visit with ${model}: data, Train, curves, and the same five movies as in every browser`, async ({
    story,
  }, info) => {
    await story.open(hash);
    await story.expectText('data', '100,004');
    await story.picture(`${model}-ready`);
    await story.train(200_000);
    await story.expectShown({ cell: 'train', role: 'img', name: /^Line chart of RMSE \(stars\) by epoch/ });
    await expect.poll(() => story.count('[data-cell="train"] [role=img] svg')).toBeGreaterThan(0);
    const isolated = await story.evaluate(() => crossOriginIsolated, null);
    const engine = /WebAssembly SIMD, \d+ threads?/.exec(await story.text('train'))?.[0];
    console.info(`${info.project.name}: cross-origin isolated ${isolated}, ${engine}`);
    expect(isolated).toBe(true);

    const answers = await story.recommend([1, 15, 547]);
    await expectFiveMovies(model, answers, info);
    for (const { userId, movies } of answers) {
      await story.type(String(userId), { cell: 'recommend', name: 'User ID' });
      await story.expectText('recommend', `For user ${userId}`);
      const shown = await story.tickets();
      movies.forEach(({ title, predicted }, place) => {
        expect(shown[place]).toContain(shortTitle(readableTitle(title)));
        expect(shown[place]).toContain(predicted.toFixed(2));
      });
    }
    await story.picture(`${model}-trained`);
  });
}

test('settings follow sliders by keyboard and fields, and the address holds them', async ({ story }) => {
  await story.open();
  const epochs = { cell: 'train', name: 'Epochs' } as const;
  await story.expectValue('8', epochs);
  await story.key('ArrowRight', { ...epochs, role: 'slider' });
  await story.expectValue('10', epochs);
  await story.key('ArrowLeft', { ...epochs, role: 'slider' });
  await story.expectValue('8', epochs);
  await story.type('2', epochs);
  await story.type('0.002', { cell: 'train', name: 'Learning rate' });
  await expect.poll(() => story.evaluate(() => location.hash, null)).toMatch(/(?=.*epochs=2)(?=.*learningRate=0\.002)/);
});

test('a run is paused, stepped, resumed and stopped, and its weights are downloaded', async ({ story, downloads }) => {
  await story.open('#epochs=100&batchSize=256&engine=simd&userFactors=8&movieFactors=8');
  await story.press('Train', 'train');
  await story.press('Pause', 'train');
  await story.expectStatus('train', 'paused');
  await story.picture('paused');
  await story.press('Step batch', 'train');
  await story.press('Step epoch', 'train');
  await story.expectStatus('train', 'paused');
  await story.press('Resume', 'train');
  await story.expectStatus('train', 'running');
  await story.press('Stop', 'train');
  await story.expectStatus('train', 'done');
  await expect.poll(() => story.tickets()).toHaveLength(5);

  await story.press('Save .npz: Weights', 'take-away');
  const weights = await waitForWeights(downloads);
  expect(weights.array('user_factors/embeddings')).toHaveLength(671 * 8);
  expect(weights.array('movie_ids')).toHaveLength(9066);
});

test('a file of one’s own, with texts as ids, is read, trained on and recommended from', async ({ story, downloads }) => {
  const lines = ratingLines(',', (user, movie) => `${1 + ((user * movie) % 5)}`);
  const rows = lines.replace(/^(\d+),(\d+),(\d)/gm, 'reader $1,Tale <i>no.</i> $2,$3');
  const file = join(downloads, 'books.csv');
  await writeFile(file, `user,book,rating,timestamp\n${rows}`);
  await story.open('#epochs=2&minRatings=1');
  await story.upload(file);
  await story.expectText('data', 'books.csv');
  await story.expectStatus('data', 'done');
  await story.expectValue('reader 103', { cell: 'recommend', name: 'User ID' });
  await story.train();
  await story.type('reader 117', { cell: 'recommend', name: 'User ID' });
  await story.expectText('recommend', 'For user reader 117');
  await expect.poll(async () => (await story.tickets())[0]).toMatch(/Tale <i>no\.<\/i> \d+/);
  await story.picture('own-file');
});

test('a run goes on after a reload, or the page says beforehand that it cannot', async ({ story }, { project }) => {
  await story.open('#epochs=200&engine=simd&userFactors=8&movieFactors=8', { saved: true });
  await story.press('Train', 'train');
  await expect.poll(() => story.tickets(), { timeout: 30_000 }).toHaveLength(5);
  await story.press('Pause', 'train');
  await story.expectStatus('train', 'paused');
  const isLost = (await story.text('train')).includes('This run cannot be continued after a reload. It goes on here.');
  // Under WebDriver, WebKit's storage is a private window's.
  if (project.name !== 'webkit') expect(isLost).toBe(false);
  await story.reload();
  await story.picture('reloaded');
  // The whole run would take long: it is enough that it goes on.
  if (!isLost) await story.expectText('train', /A run was interrupted after epoch \d+ of 200/);
  await story.press(isLost ? 'Train' : 'Resume', 'train');
  await story.expectStatus('train', 'running');
  await story.press('Stop', 'train');
  await story.expectStatus('train', 'done');
  await expect.poll(() => story.tickets()).toHaveLength(5);
});

test('what is fetched later opens: explanations, code, the network and the tables', async ({ story }) => {
  await story.open();
  await story.expectShown({ cell: 'model', role: 'figure', name: /^Layers/ });
  // From the last to the first: what opens below leaves the buttons above where they are, also in WebKit, which anchors no scrolling.
  for (const cell of ['recommend', 'train', 'model'] as const) {
    await story.press('Explain', cell);
    await story.press('Code', cell);
    await expect.poll(() => story.count(`[data-cell="${cell}"] figure math`), { message: cell }).toBeGreaterThan(0);
    await story.expectText(cell, /import|model/);
  }
  await story.press(/^Tables/, 'data');
  await story.expectShown({ cell: 'data', role: 'table', name: 'ratings of the data' });
  await story.picture('opened');
});

test('dark, and as narrow as a phone: nothing scrolls sideways', async ({ story }) => {
  await story.open('#epochs=1');
  await story.train();
  const backdrop = () => story.evaluate(() => getComputedStyle(document.documentElement).backgroundColor, null);
  const light = await backdrop();
  await story.key(' ', { role: 'radio', name: 'Dark' });
  await expect.poll(backdrop).not.toBe(light);
  await story.picture('dark');
  await story.resize(360, 760);
  await expect.poll(() => story.evaluate(() => innerWidth, null)).toBe(360);
  await expect.poll(() => story.evaluate(() => document.documentElement.scrollWidth, null)).toBeLessThanOrEqual(360);
  await story.picture('narrow');
});
