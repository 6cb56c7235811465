import { readFile } from 'node:fs/promises';
import type { Evaluation } from '../src/core/evaluate/evaluation.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';
import { readNpz } from './npz.ts';
import { plainMetrics } from './plain-metrics.ts';
import type { PlainRating } from './plain-ratings.ts';
import { listOf, starsOf } from './plain-scores.ts';
import { Sources, zipOf } from './sources.ts';

const PROTOCOL = { k: 5, threshold: 3, minRatings: 1 };

interface TimedRating extends PlainRating {
  readonly at: number;
}

/** Users 100 … 139 rate two thirds of 30 movies by a rule, each at a time of its own. */
function ownRatings(): readonly TimedRating[] {
  const users = Array.from({ length: 40 }, (_, i) => 100 + i);
  const movies = Array.from({ length: 30 }, (_, i) => 1 + i);
  return users.flatMap((userId) =>
    movies
      .filter((movieId) => (userId + movieId) % 3 > 0)
      .map((movieId) => ({
        userId,
        movieId,
        stars: 0.5 * (1 + ((userId * movieId) % 10)),
        at: 978_300_000 + ((37 * movieId + 11 * userId) % 101),
      })),
  );
}

/** The last four ratings of everybody are held out. */
function split(ratings: readonly TimedRating[]) {
  const isHeldOut = ({ userId, at }: TimedRating): boolean =>
    ratings.filter((other) => other.userId === userId && other.at > at).length < 4;
  return { train: ratings.filter((rating) => !isHeldOut(rating)), heldOut: ratings.filter(isHeldOut) };
}

const zipOfOwn = (): Promise<Buffer> =>
  zipOf({
    'own/ratings.csv': `userId,movieId,rating,timestamp\n${ownRatings()
      .map(({ userId, movieId, stars, at }) => [userId, movieId, stars, at].join(','))
      .join('\n')}\n`,
    'own/movies.csv': `movieId,title,genres\n${Array.from({ length: 30 }, (_, i) => `${i + 1},Film ${i + 1},Drama`).join('\n')}\n`,
  });

async function evaluationOf(notebook: Notebook): Promise<Evaluation> {
  const replies = (await notebook.messages()).filter((message) => message.kind === 'reply');
  return replies.findLast(({ call }) => call === 'evaluate/evaluate')?.value as Evaluation;
}

for (const [order, hash, scorer] of [
  ['stars', 'listWeight=0&', starsOf],
  ['the list', '', listOf],
] as const) {
  test(`the figures equal brute force from the downloaded weights, ordered by ${order}`, async ({ page }) => {
    const notebook = new Sources(page);
    await notebook.open(`#${hash}epochs=3&minRatings=1&split=leave-last&validationPerUser=4&evaluateAt=5&relevantFrom=3`);
    await notebook.pick('own.zip', await zipOfOwn());
    await expect(notebook.provenance).toContainText('own.zip');
    await notebook.expectStatus('data', 'done');
    await notebook.train();
    const download = page.waitForEvent('download');
    await notebook.press('take-away', 'Save .npz');
    const weights = await readNpz(await readFile(await (await download).path()));
    const [userIds, movieIds] = [[...weights.array('user_ids')], [...weights.array('movie_ids')]];
    const scoreAt = scorer(weights);
    const score = (userId: number, movieId: number): number => scoreAt(userIds.indexOf(userId), movieIds.indexOf(movieId));

    await notebook.press('evaluate', 'Evaluate');
    await notebook.expectStatus('evaluate', 'done', 60_000);
    const { train, heldOut } = split(ownRatings());
    const evaluation = await evaluationOf(notebook);
    const own = plainMetrics(train, heldOut, score, PROTOCOL);
    expect(own.judged).toBeGreaterThan(20);
    expect(evaluation.judged).toBe(own.judged);
    for (const name of ['ndcg', 'recall', 'coverage'] as const) {
      expect(Math.abs((evaluation.own.lists?.[name]?.value as number) - own[name]), name).toBeLessThan(1e-9);
    }
    const counts = new Map<number, number>();
    for (const { movieId } of train) counts.set(movieId, (counts.get(movieId) ?? 0) + 1);
    const popular = plainMetrics(train, heldOut, (_, movieId) => counts.get(movieId) ?? 0, PROTOCOL);
    const cell = notebook.cell('evaluate');
    const hits = cell.getByRole('table', { name: /^Accuracy of the lists/ });
    await expect(hits.getByRole('row', { name: /^Dot product/ })).toContainText(own.ndcg.toFixed(3));
    await expect(hits.getByRole('row', { name: /^Most popular/ })).toContainText(popular.ndcg.toFixed(3));
    await expect(hits.getByRole('row', { name: /^Dot product/ })).toContainText((own.ndcg / popular.ndcg).toFixed(2));
    await expect(cell.getByText(/^These lists are (better|worse|not clearly)/)).toContainText(`NDCG@5 is ${own.ndcg.toFixed(3)}`);
  });
}

test('an evaluation can be cancelled, the test part is measured once a run, and BPR has no stars', async ({ page }) => {
  test.setTimeout(180_000);
  const notebook = new Notebook(page);
  await notebook.open('#data=synthetic-300x400x20000&model=dot&loss=bpr&epochs=1&testShare=0.1');
  const cell = notebook.cell('evaluate');
  await expect(cell).toContainText('Available once a model is trained.');
  await notebook.train();
  await notebook.pressInTurn('evaluate', 'Evaluate', 'Cancel');
  await notebook.expectStatus('evaluate', 'ready');
  await cell.getByRole('radio', { name: 'Test, once per run' }).check();
  await notebook.press('evaluate', 'Evaluate on the test part');
  await notebook.expectStatus('evaluate', 'done', 60_000);
  await expect(cell).toContainText('This model ranks movies and predicts no stars');
  await expect(cell.getByRole('button', { name: 'Evaluate on the test part' })).toBeDisabled();
  await expect(cell).toContainText('The test part of this run was already measured');
  await expect(cell).not.toContainText('NaN');
  await cell.getByRole('radio', { name: 'Validation' }).check();
  await notebook.expectStatus('evaluate', 'stale');
  await notebook.setNumber('evaluate', 'List length (k)', '100');
  await notebook.press('evaluate', 'Evaluate');
  await notebook.expectStatus('evaluate', 'done', 60_000);
  await expect(cell.getByRole('columnheader', { name: 'NDCG@100' })).toBeVisible();
});
