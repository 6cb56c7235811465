import { readFile } from 'node:fs/promises';
import type { Recommendation } from '../src/cells/recommend/contract.ts';
import { readableTitle } from '../src/core/movie-title.ts';
import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';
import { type Npz, readNpz } from './npz.ts';
import { type PlainRating, readRatings } from './plain-ratings.ts';
import { listOf, type Score, starsOf } from './plain-scores.ts';

/** 8 factors each → 8 → 4 → 1 with ReLU, squeezed by a sigmoid into the rating scale 0.5 … 5 and a quarter star beyond. */
const mlp = ({ array }: Npz): Score => {
  const [kernel1, bias1] = [array('dense_1/kernel'), array('dense_1/bias')];
  const [kernel2, bias2] = [array('dense_2/kernel'), array('dense_2/bias')];
  const [kernel3, bias3] = [array('score/kernel'), array('score/bias')];
  const users = firstLayer(array('user_factors/embeddings'), kernel1.subarray(0, 64));
  const movies = firstLayer(array('movie_factors/embeddings'), kernel1.subarray(64));
  const hidden = new Float64Array(8);
  return (user, movie) => {
    let score = bias3[0] as number;
    for (let unit = 0; unit < 8; unit++) {
      const sum = (users[user * 8 + unit] as number) + (movies[movie * 8 + unit] as number) + (bias1[unit] as number);
      hidden[unit] = Math.max(0, sum);
    }
    for (let unit = 0; unit < 4; unit++) {
      let x = bias2[unit] as number;
      for (let d = 0; d < 8; d++) x += (hidden[d] as number) * (kernel2[d * 4 + unit] as number);
      score += Math.max(0, x) * (kernel3[unit] as number);
    }
    return 0.25 + 5 / (1 + Math.exp(-score));
  };
};

/** One entity's share of the first layer, (rows, 8), from its embeddings (rows, 8) and its half of the kernel (8, 8). */
function firstLayer(embeddings: ArrayLike<number>, kernel: ArrayLike<number>): Float64Array {
  return Float64Array.from(embeddings, (_, at) => {
    const [row, unit] = [at - (at % 8), at % 8];
    let sum = 0;
    for (let d = 0; d < 8; d++) sum += (embeddings[row + d] as number) * (kernel[d * 8 + unit] as number);
    return sum;
  });
}

for (const [name, hash, predictorOf, rankerOf] of [
  ['dot product', '#epochs=2&seed=7&engine=wasm&userFactors=8&movieFactors=8', starsOf, starsOf],
  ['dot product with a list', '#epochs=2&seed=7', starsOf, listOf],
  ['MLP', '#model=mlp&listWeight=0&userFactors=8&movieFactors=8&hidden=8,4&epochs=1&seed=7', mlp, mlp],
] as const) {
  test(`the ${name}'s five movies equal brute force from the downloaded weights, for every user`, async ({ page }) => {
    test.setTimeout(240_000);
    const notebook = new Notebook(page);
    await notebook.open(hash);
    await notebook.train();
    const download = page.waitForEvent('download');
    await notebook.press('take-away', 'Save .npz');
    const weights = await readNpz(await readFile(await (await download).path()));
    const ratings = await readRatings();
    const [userIds, movieIds] = [weights.array('user_ids'), weights.array('movie_ids')];
    expect([userIds.length, movieIds.length]).toEqual([671, 9066]);
    const [predict, rank] = [predictorOf(weights), rankerOf(weights)];
    const answers = await notebook.recommend([...userIds]);
    const rated = ratedByUser(ratings);
    let compared = 0;
    // Told once: an assertion each would take longer than all else.
    const wrong: string[] = [];
    for (const [user, answer] of answers.entries()) {
      const own = rated.get(Number(answer.userId));
      const scores = Float64Array.from(movieIds, (id, movie) => (own?.has(id) ? -Infinity : rank(user, movie)));
      const best = bestOf(scores, 6);
      const tell = (what: string): number => wrong.push(`user ${answer.userId}: ${what}`);
      if (answer.movies.length !== 5) tell(`${answer.movies.length} movies`);
      answer.movies.forEach(({ movieId, predicted }, place) => {
        if (own?.has(Number(movieId))) tell(`${movieId} is rated`);
        const score = scores[best[place] as number] as number;
        // Shown within the rating scale, ranked by what the model says.
        const stars = predict(user, movieIds.indexOf(Number(movieId)));
        const isNear = Math.abs(predicted - Math.min(5, Math.max(0.5, stars))) < 1e-4;
        if (!isNear) tell(`${predicted} stars for ${movieId}, which are ${stars}`);
        // Neighbours closer than a float's rounding may change places.
        const gaps = [place - 1, place + 1].map((other) => Math.abs((scores[best[other] as number] ?? Infinity) - score));
        if (Math.min(...gaps) < 1e-4) return;
        if (movieId !== movieIds[best[place] as number]) tell(`${movieId} instead of ${movieIds[best[place] as number]}`);
        compared++;
      });
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(3000);
  });
}

test('a user picked on the page gets the movies that the lab recommends', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=1&userFactors=8&movieFactors=8&minRatings=1');
  await notebook.train();
  const tickets = notebook.tickets;
  for (const id of [1, 15, 671]) {
    await notebook.pickUser(String(id));
    await expect(notebook.cell('recommend')).toContainText(`For user ${id}`);
    const [{ movies }] = (await notebook.recommend([id])) as [Recommendation];
    for (const [place, { title, year, predicted }] of movies.entries()) {
      await expect(tickets.nth(place)).toContainText(readableTitle(title));
      await expect(tickets.nth(place)).toContainText(String(year));
      await expect(tickets.nth(place)).toContainText(predicted.toFixed(2));
    }
  }
});

test('an unknown user ID gets a sentence that names the valid ones, and the movies shown stay', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=1&userFactors=8&movieFactors=8&user=15');
  await notebook.train();
  await expect(notebook.tickets).toHaveCount(5);
  const field = page.getByRole('textbox', { name: 'User ID' });
  for (const [text, sentence] of [
    ['', 'No user ID is typed.'],
    ['-3', '“-3” is not a user ID.'],
    ['1.5', '“1.5” is not a user ID.'],
    ['<b>7', '“<b>7” is not a user ID.'],
    ['672', 'There is no user 672.'],
    ['99999999999999999999999999', 'There is no user 99999999999999999999….'],
  ] as const) {
    await notebook.pickUser(text);
    await expect(field).toHaveAccessibleDescription(`${sentence} Type a whole number from 1 to 671.`);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(notebook.cell('recommend')).toContainText('For user 15');
  }
  await notebook.pickUser('3');
  await expect(notebook.cell('recommend')).toContainText('For user 3');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
});

test('a ticket says why, and a visitor who rates a movie gets a list at once', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=1&userFactors=8&movieFactors=8&user=15');
  await notebook.train();
  const cell = notebook.cell('recommend');
  const accessible = async (): Promise<void> => {
    expect(await violationsIn(page, '[data-cell="recommend"]')).toEqual([]);
  };
  await cell.getByRole('button', { name: /^Why / }).first().click();
  await expect(cell.getByRole('table', { name: 'Rated movies that pull the score up or down' })).toBeVisible();
  for (const name of ['Length and filters of the list', 'Users by trait', /^What if/]) await notebook.press('recommend', name);
  await cell
    .getByRole('combobox', { name: /^Stars for/ })
    .first()
    .selectOption('0.5');
  await expect(cell.getByRole('button', { name: 'As it was' })).toBeVisible();
  await cell.getByRole('combobox', { name: 'Genre' }).selectOption('Comedy');
  await expect(page).toHaveURL(/genre=Comedy/);
  await expect(notebook.tickets.first()).toContainText('Comedy');
  await cell.getByRole('combobox', { name: 'Compare with another model' }).selectOption('bias');
  await expect(cell.getByRole('table', { name: 'Both lists' })).toBeVisible();
  await accessible();
  await cell.getByRole('radio', { name: 'You', exact: true }).check();
  await cell.getByRole('searchbox', { name: 'Search for a movie' }).fill('the godfather');
  await cell.getByRole('combobox', { name: 'Your stars for The Godfather', exact: true }).selectOption('5');
  await expect(cell.getByRole('region', { name: 'For you' }).getByRole('listitem')).not.toHaveCount(0);
  await expect(page).not.toHaveURL(/odfather/);
  await accessible();
  await cell.getByRole('radio', { name: 'Several users' }).check();
  await cell.getByRole('textbox', { name: /^User IDs/ }).fill('15, 20');
  await page.keyboard.press('Enter');
  const together = cell.getByRole('region', { name: 'For these users together' });
  await expect(together.getByRole('listitem').first()).toContainText('User 20: ');
  await expect(page).toHaveURL(/users=15/);
  await accessible();
});

function ratedByUser(ratings: readonly PlainRating[]): ReadonlyMap<number, ReadonlySet<number>> {
  const rated = new Map<number, Set<number>>();
  for (const { userId, movieId } of ratings) rated.set(userId, (rated.get(userId) ?? new Set()).add(movieId));
  return rated;
}

/** The places of the highest scores, highest first. */
function bestOf(scores: Float64Array, count: number): readonly number[] {
  const best: number[] = [];
  const scoreOf = (movie: number): number => scores[movie] as number;
  for (let movie = 0; movie < scores.length; movie++) {
    const last = best[count - 1];
    if (last !== undefined && scoreOf(movie) <= scoreOf(last)) continue;
    const place = best.findIndex((other) => scoreOf(other) < scoreOf(movie));
    best.splice(place < 0 ? best.length : place, 0, movie);
    best.length = Math.min(best.length, count);
  }
  return best;
}
