import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';
import { epochsSeen, runsOf } from './runs.ts';

/** Small, so that its epochs are short. */
const DATA = 'data=synthetic-300x400x20000';

/** Trains a few epochs at one a second, so that Pause is pressed in time on any machine, and pauses, which keeps the last of them. */
async function trainPartly(notebook: Notebook): Promise<void> {
  await notebook.press('train', 'Train');
  await expect.poll(() => epochsSeen(notebook)).toBeGreaterThan(1);
  await notebook.press('train', 'Pause');
  await notebook.expectStatus('train', 'paused');
  await notebook.cell('train').getByRole('radio', { name: 'Full speed' }).check();
}

for (const { model, epochs, hash } of [
  { model: 'a dot product', epochs: 60, hash: 'epochs=60&engine=simd&userFactors=8&movieFactors=8&seed=3' },
  {
    model: 'an MLP with dropout and patience',
    epochs: 30,
    hash: 'model=mlp&hidden=8&epochs=30&patience=29&engine=simd&schedule=cosine',
  },
]) {
  test(`${model} interrupted by a reload is resumed, and ends as the uninterrupted run`, async ({ page }) => {
    test.setTimeout(180_000);
    const notebook = new Notebook(page);
    await notebook.open(`#${DATA}&pace=epoch&${hash}`);
    await trainPartly(notebook);
    // The address without settings: they come back with the run.
    await page.goto('about:blank');
    await page.goto(`./#${DATA}`);
    await notebook.expectStatus('data', 'done');
    const words = new RegExp(`A run was interrupted after epoch \\d+ of ${epochs} \\(Synthetic.*, just now\\)\\.`);
    const notice = notebook.cell('train').getByText(words);
    await expect(notice).toBeVisible();
    await notebook.press('train', 'Resume');
    await expect(page).toHaveURL(new RegExp(`epochs=${epochs}`));
    await notebook.expectStatus('train', 'done', 120_000);
    await expect(notebook.tickets).toHaveCount(5);
    await notebook.train();
    const [resumed, whole] = await runsOf(notebook);
    expect(resumed).toHaveLength(epochs);
    expect(resumed).toEqual(whole);
  });
}

test('the model recommends again after a reload, that of a former visit when it is asked to, and it can be discarded', async ({
  page,
}) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=2&userFactors=8&movieFactors=8&user=15');
  await notebook.train();
  await expect(notebook.tickets).toHaveCount(5);
  const before = await notebook.tickets.allInnerTexts();
  await page.reload();
  await expect(notebook.tickets).toHaveCount(5);
  expect(await notebook.tickets.allInnerTexts()).toEqual(before);
  // The address opened anew is another visit.
  await page.goto('about:blank');
  await notebook.goto('#epochs=2&userFactors=8&movieFactors=8&user=15');
  await expect(notebook.cell('train')).toContainText('The model of an earlier visit is still here');
  await notebook.press('train', 'Use its model');
  await expect(notebook.tickets).toHaveCount(5);
  expect(await notebook.tickets.allInnerTexts()).toEqual(before);
  await notebook.press('train', 'Runs from earlier visits');
  await notebook.press('train', 'Discard');
  await expect(notebook.cell('train')).not.toContainText('earlier visit');
  await page.reload();
  await notebook.expectStatus('data', 'done');
  await expect(notebook.cell('train')).not.toContainText('earlier visit');
});

test('a run that is going in one tab is not offered in another, until that tab is gone', async ({ page, context }) => {
  const notebook = new Notebook(page);
  await notebook.open(`#${DATA}&pace=epoch&epochs=100&userFactors=8&movieFactors=8`);
  await trainPartly(notebook);
  const other = new Notebook(await context.newPage());
  await other.open(`#${DATA}&epochs=2&userFactors=8&movieFactors=8`);
  await other.train();
  await expect(other.cell('train')).not.toContainText('interrupted');
  await page.close();
  await other.page.reload();
  await other.expectStatus('data', 'done');
  await expect(other.tickets).toHaveCount(5);
  await other.press('train', 'Runs from earlier visits');
  await expect(other.cell('train')).toContainText(/A run was interrupted after epoch \d+ of 100/);
});

test('a worker that is ended is started again, and the run goes on where it was', async ({ page }) => {
  test.setTimeout(180_000);
  const notebook = new Notebook(page);
  await notebook.open(`#${DATA}&pace=epoch&epochs=60&engine=simd&userFactors=8&movieFactors=8&seed=5`);
  await trainPartly(notebook);
  await page.evaluate(() => window.labWorker.terminate());
  await expect(notebook.cell('train')).toContainText(
    /The worker that does the training stopped\. It was restarted, and the run continues after epoch \d+\./,
  );
  await notebook.expectStatus('train', 'done', 120_000);
  await expect(notebook.tickets).toHaveCount(5);
  const crashed = (await runsOf(notebook)).at(-1);
  await notebook.train();
  expect(crashed).toHaveLength(60);
  expect(crashed).toEqual((await runsOf(notebook)).at(-1));
});

test('without storage training goes on, and the cell says that the run cannot be taken up again', async ({ page }) => {
  const notebook = new Notebook(page);
  await page.context().route(/\/assets\/worker-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    const barred =
      'Object.defineProperty(self, "indexedDB", { configurable: true, value: { open() { throw new DOMException("barred", "SecurityError"); } } });';
    await route.fulfill({ response, body: `${barred}${await response.text()}` });
  });
  await notebook.open(`#${DATA}&epochs=3&userFactors=8&movieFactors=8`);
  await notebook.train();
  await expect(notebook.cell('train')).toContainText('This run cannot be continued after a reload. It goes on here.');
  await expect(notebook.tickets).toHaveCount(5);
});
