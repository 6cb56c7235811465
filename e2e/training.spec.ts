import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

const eventsOf = async (notebook: Notebook) => await notebook.runEvents();

for (const { model, hash, engine, beats } of [
  { model: 'the dot product', hash: '', engine: 'WebAssembly SIMD', beats: true },
  {
    model: 'the MLP',
    hash: '#model=mlp&hidden=16,8&epochs=2&seed=7&engine=wasm',
    engine: 'TensorFlow.js WebAssembly',
    beats: false,
  },
]) {
  test(`a first visit with ${model}: data, Train, falling curves, five movies`, async ({ page }) => {
    test.setTimeout(180_000);
    const notebook = new Notebook(page);
    await notebook.open(hash);
    await expect(notebook.cell('data')).toContainText('100,004');
    await notebook.press('train', 'Train');
    await notebook.expectStatus('train', 'running');
    const runBar = page.getByRole('region', { name: 'The run' });
    // Beyond the first epoch, where there are several to be seen. In every frame: a fast machine is soon through.
    await page.waitForFunction(
      (pattern) => new RegExp(pattern).test(document.querySelector('[aria-label="The run"]')?.textContent ?? ''),
      beats ? /epoch ([2-9]|\d\d+) of \d+/.source : /epoch \d+ of \d+/.source,
    );
    await expect(page.getByRole('img', { name: /Line chart of RMSE \(stars\) by epoch/ })).toBeVisible({ timeout: 60_000 });
    await expect(notebook.tickets).toHaveCount(5);
    await notebook.expectStatus('train', 'done', 150_000);
    await expect(runBar).toBeHidden();

    const events = await eventsOf(notebook);
    const epochs = events.flatMap((event) => (event.kind === 'epoch' ? [event.epoch] : []));
    const trainError = epochs.map((epoch) => epoch.trainError);
    expect(trainError.at(-1)).toBeLessThan(trainError[0] as number);
    await expect(notebook.cell('train')).toContainText(epochs.at(-1)?.validationError?.toFixed(3) ?? 'an epoch');
    await expect(notebook.cell('train')).toContainText(engine);
    if (!beats) return;
    const start = events.find((event) => event.kind === 'run-started');
    const last = epochs.at(-1)?.validationError;
    expect(last, 'what biases alone can do on the same split').toBeLessThan(start?.run.baselines?.biases as number);
    expect(last).toBeLessThan(0.88);
  });
}

test('step by step: a run waits before its first batch, is stepped by keys, and goes on at another pace', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#pace=step&epochs=2&userFactors=8&movieFactors=8&batchSize=4096');
  const train = notebook.cell('train');
  await expect(train.getByRole('radio', { name: 'Step by step' })).toBeChecked();
  await notebook.press('train', 'Follow one rating');
  await notebook.press('train', 'Begin at the first batch');
  await notebook.expectStatus('train', 'paused');
  await expect(train).toContainText('Paused before the first batch of epoch 1.');
  await expect(train).toContainText('the next step learns from it');
  await page.keyboard.press('Alt+Enter');
  await expect(train.getByRole('figure').filter({ hasText: 'Step 1, worked out' })).toContainText('This rating');
  await train.getByRole('radio', { name: 'One epoch a second' }).check();
  await notebook.press('train', 'Resume');
  await notebook.expectStatus('train', 'done');
  await expect(page).toHaveURL(/pace=epoch/);
});

test('a double click on Train trains, and does not pause', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=200&userFactors=8&movieFactors=8');
  await notebook
    .cell('train')
    .getByRole('button', { name: /^Train( again)?$/ })
    .dblclick();
  await expect(notebook.cell('train').getByText('Best so far')).toBeVisible();
  await notebook.expectStatus('train', 'running');
  await notebook.press('train', 'Stop');
});

test('a run is listed as paused, and once it is stopped within its first epoch says that no error was measured', async ({
  page,
}) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=100&optimizer=gibbs&userFactors=8');
  await notebook.press('train', 'Step batch');
  await notebook.expectStatus('train', 'paused');
  await expect(notebook.cell('runs').getByRole('rowheader', { name: 'Run 1' })).toContainText('paused');
  await notebook.press('train', 'Stop');
  await notebook.expectStatus('train', 'done');
  await expect(notebook.cell('train')).toContainText('Stopped within the first epoch, before any error was measured.');
  await expect(notebook.cell('train')).not.toContainText('Its curves were drawn');
});

test('pause, step, resume, stop and train again', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=100&batchSize=256&userFactors=8&movieFactors=8');
  await notebook.press('train', 'Train');
  await notebook.expectStatus('train', 'running');
  await notebook.press('train', 'Pause');
  await notebook.expectStatus('train', 'paused');
  await expect(notebook.cell('runs').getByRole('rowheader', { name: /^Run 1/ })).toContainText('paused');
  const progress = async () => {
    const events = await eventsOf(notebook);
    return events.findLast((event) => event.kind === 'run-progress')?.progress;
  };
  const halted = await progress();
  await page.waitForTimeout(300);
  expect(await progress()).toEqual(halted);

  await notebook.press('train', 'Step batch');
  await expect.poll(async () => (await progress())?.step).toBe((halted?.step ?? 0) + 1);
  await notebook.press('train', 'Step epoch');
  await expect.poll(async () => (await progress())?.step, { timeout: 30_000 }).toBe(halted?.stepsPerEpoch);
  await notebook.expectStatus('train', 'paused');

  await notebook.press('train', 'Resume');
  await notebook.expectStatus('train', 'running');
  await notebook.press('train', 'Stop');
  await notebook.expectStatus('train', 'done');
  await expect(notebook.tickets).toHaveCount(5);
  const stopped = (await notebook.messages()).findLast((message) => message.kind === 'reply' && isSummary(message.value));
  expect(stopped).toMatchObject({ value: { outcome: 'stopped' } });

  await notebook.setNumber('train', 'Epochs', '1');
  await notebook.expectStatus('train', 'stale');
  await expect(notebook.cell('train')).toContainText('Trained with epochs 100; it is now 1.');
  await notebook.train();
});

for (const engine of ['webgl', 'wasm', 'simd']) {
  test(`eight trainings on ${engine} leave no tensor behind`, async ({ page }) => {
    test.setTimeout(300_000);
    const notebook = new Notebook(page);
    const shape = 'data=synthetic-60x80x1500&model=mlp&hidden=4&epochs=1&batchSize=2048&userFactors=2&movieFactors=2';
    await notebook.open(`#${shape}&engine=${engine}`);
    for (let run = 0; run < 8; run++) await notebook.train();
    const summaries = (await notebook.messages()).flatMap((message) =>
      message.kind === 'reply' && isSummary(message.value) ? [message.value] : [],
    );
    expect(summaries).toHaveLength(8);
    const after = summaries.map(({ tensors }) => tensors.after);
    if (engine !== 'simd') expect(after[0]).toBeGreaterThan(0);
    expect(after).toEqual(after.map(() => after[0]));
  });
}

test('a learning rate that diverges stops the run and keeps the model before it', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=1&optimizer=sgd&learningRate=0.5');
  await notebook.train();
  const tickets = notebook.tickets;
  await expect(tickets).toHaveCount(5);
  const before = await tickets.allInnerTexts();
  await notebook.setNumber('train', 'Learning rate', '100');
  await notebook.press('train', /^Train( again)?$/);
  await notebook.expectStatus('train', 'failed');
  await expect(notebook.cell('train').getByRole('alert')).toContainText(
    /(Loss became infinite|The error exploded) at step \d+.*\. Try a lower learning rate\./,
  );
  expect(await tickets.allInnerTexts()).toEqual(before);
  await notebook.pickUser('15');
  await expect(notebook.cell('recommend')).toContainText('For user 15');
});

test('the model that one keeps is trained on everything, and no error is claimed of it', async ({ page }) => {
  const notebook = new Notebook(page);
  const train = notebook.cell('train');
  await notebook.open('#epochs=2&userFactors=8&movieFactors=8&batchSize=4096');
  await notebook.train();
  await expect(train).toContainText('Validation RMSE');
  await notebook.press('train', /^Train on everything for \d epochs?$/);
  await expect(train).toContainText('All 100,004 ratings are the training part.');
  await notebook.expectStatus('train', 'done', 60_000);
  await expect(train).not.toContainText('Validation RMSE');
  await expect(train.getByRole('button', { name: /^Train on everything/ })).toBeHidden();
  expect(new URL(page.url()).hash).toContain('split=none');
  const evaluate = notebook.cell('evaluate');
  await expect(evaluate.getByRole('button', { name: 'Evaluate' })).toBeDisabled();
  await expect(evaluate).toContainText('none are left to measure it on');
  await expect(notebook.tickets).toHaveCount(5);
});

test('training goes on in a hidden tab', async ({ page, context }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=3&userFactors=8&movieFactors=8&batchSize=4096');
  await notebook.press('train', 'Train');
  const other = await context.newPage();
  await other.bringToFront();
  await notebook.expectStatus('train', 'done', 60_000);
});

interface Summary {
  readonly outcome: string;
  readonly tensors: { readonly before: number; readonly after: number };
}

function isSummary(value: unknown): value is Summary {
  return typeof value === 'object' && value !== null && 'outcome' in value;
}
