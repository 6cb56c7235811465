import { readFile } from 'node:fs/promises';
import type { Recommendation } from '../src/lab/protocol.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';
import { type Npz, readNpz } from './npz.ts';
import { type PlainRating, readRatings } from './plain-ratings.ts';

type Score = (user: number, movie: number) => number;

const dot = ({ array, nodes }: Npz): Score => {
  const mean = nodes.find(({ name }) => name === 'centred')?.offset as number;
  const [p, q] = [array('user_factors/embeddings'), array('movie_factors/embeddings')];
  const [userBias, movieBias] = [array('user_bias/embeddings'), array('movie_bias/embeddings')];
  const width = p.length / userBias.length;
  return (user, movie) => {
    let sum = mean + (userBias[user] as number) + (movieBias[movie] as number);
    for (let d = 0; d < width; d++) sum += (p[user * width + d] as number) * (q[movie * width + d] as number);
    return sum;
  };
};

/** 8 factors each → 8 → 4 → 1 with ReLU, squeezed by a sigmoid into the rating scale 0.5 … 5 and a quarter star beyond. */
const mlp = ({ array }: Npz): Score => {
  const [p, q] = [array('user_factors/embeddings'), array('movie_factors/embeddings')];
  const dense = (name: string, x: readonly number[]): number[] => {
    const [kernel, bias] = [array(`${name}/kernel`), array(`${name}/bias`)];
    return Array.from(bias, (b, unit) =>
      x.reduce((sum, value, d) => sum + value * (kernel[d * bias.length + unit] as number), b),
    );
  };
  const relu = (x: readonly number[]): number[] => x.map((value) => Math.max(0, value));
  return (user, movie) => {
    const input = [...p.subarray(user * 8, user * 8 + 8), ...q.subarray(movie * 8, movie * 8 + 8)];
    const [score] = dense('score', relu(dense('dense_2', relu(dense('dense_1', input)))));
    return 0.25 + 5 / (1 + Math.exp(-(score as number)));
  };
};

for (const [name, hash, scorer] of [
  ['dot product', '#epochs=2&seed=7', dot],
  ['MLP', '#model=mlp&userFactors=8&movieFactors=8&hidden=8,4&epochs=1&seed=7', mlp],
] as const) {
  test(`the ${name}'s five movies equal brute force from the downloaded weights, for every user`, async ({ page }) => {
    test.setTimeout(240_000);
    const notebook = new Notebook(page);
    await notebook.open(hash);
    await notebook.train();
    const download = page.waitForEvent('download');
    await notebook.press('recommend', 'Download weights');
    const weights = await readNpz(await readFile(await (await download).path()));
    const ratings = await readRatings();
    const [userIds, movieIds] = [weights.array('user_ids'), weights.array('movie_ids')];
    expect([userIds.length, movieIds.length]).toEqual([671, 9066]);
    const score = scorer(weights);
    const answers = await notebook.recommend([...userIds]);
    const rated = ratedByUser(ratings);
    let compared = 0;
    for (const [user, answer] of answers.entries()) {
      const scores = Float64Array.from(movieIds, (id, movie) =>
        rated.get(answer.userId)?.has(id) ? -Infinity : score(user, movie),
      );
      const best = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, 6);
      expect(answer.movies).toHaveLength(5);
      answer.movies.forEach(({ movieId, predicted }, place) => {
        expect(rated.get(answer.userId)?.has(movieId)).toBe(false);
        expect(Math.abs(predicted - (scores[best[place] as number] as number))).toBeLessThan(1e-4);
        // Neighbours closer than a float's rounding may change places.
        const gaps = [place - 1, place + 1].map((other) => Math.abs((scores[best[other] as number] ?? Infinity) - predicted));
        if (Math.min(...gaps) < 1e-4) return;
        expect(movieId).toBe(movieIds[best[place] as number]);
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(3000);
  });
}

test('a user picked on the page gets the movies that the lab recommends', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=1&userFactors=8&movieFactors=8');
  await notebook.train();
  const tickets = notebook.tickets;
  for (const id of [1, 15, 671]) {
    await notebook.pickUser(String(id));
    await expect(notebook.cell('recommend')).toContainText(`For user ${id}`);
    const [{ movies }] = (await notebook.recommend([id])) as [Recommendation];
    for (const [place, { title, year, predicted }] of movies.entries()) {
      await expect(tickets.nth(place)).toContainText(title);
      await expect(tickets.nth(place)).toContainText(String(year));
      await expect(tickets.nth(place)).toContainText(predicted.toFixed(2));
    }
  }
});

test('an unknown user ID gets a sentence that names the valid ones, and the movies shown stay', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=1&userFactors=8&movieFactors=8&user=15');
  await notebook.train();
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

function ratedByUser(ratings: readonly PlainRating[]): ReadonlyMap<number, ReadonlySet<number>> {
  const rated = new Map<number, Set<number>>();
  for (const { userId, movieId } of ratings) rated.set(userId, (rated.get(userId) ?? new Set()).add(movieId));
  return rated;
}
