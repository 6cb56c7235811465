import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

test('BPR: pairs are trained on, the held-out ones are ranked right, and what is shown are scores', async ({ page }) => {
  test.setTimeout(180_000);
  const notebook = new Notebook(page);
  await notebook.open();
  await notebook.cell('model').getByRole('radio', { name: 'List', exact: true }).check();
  await notebook.cell('model').getByRole('radio', { name: 'BPR (ranking)' }).check();
  await expect(page).toHaveURL(/loss=bpr/);
  for (const hidden of ['Output', 'Target']) {
    await expect(notebook.cell('model').getByRole('group', { name: hidden })).toHaveCount(0);
  }
  await notebook.train();
  await expect(page.getByRole('img', { name: /Line chart of pairwise loss by epoch.*Guessing 0\.693/ })).toBeVisible();

  const events = await notebook.runEvents();
  const start = events.find((event) => event.kind === 'run-started')?.run;
  const last = events.findLast((event) => event.kind === 'epoch')?.epoch;
  expect(last?.validationAuc).toBeGreaterThan(0.88);
  expect(last?.validationAuc).toBeGreaterThan(start?.popularAuc ?? 1);
  await expect(notebook.cell('train')).toContainText(`pair accuracy${last?.validationAuc?.toFixed(3)}`);
  await expect(notebook.cell('train')).not.toContainText('RMSE');

  await expect(notebook.tickets).toHaveCount(5);
  await expect(notebook.tickets.first()).toContainText('score');
  await expect(notebook.cell('recommend')).not.toContainText('predicted');
  await expect(notebook.cell('recommend').getByRole('columnheader', { name: 'Score' })).toBeVisible();
  expect(await violationsIn(page)).toEqual([]);
});

test('iALS: rows are solved sweep by sweep, and rank far better than popularity', async ({ page }) => {
  test.setTimeout(180_000);
  const notebook = new Notebook(page);
  await notebook.open('#loss=implicit&userFactors=32');
  const [model, train] = [notebook.cell('model'), notebook.cell('train')];
  for (const hidden of ['Learning rate', 'Batch size', 'Find a learning rate', 'Follow one rating']) {
    await expect(train.getByText(hidden, { exact: true })).toHaveCount(0);
  }
  await expect(model.getByText('Additional features')).toHaveCount(0);
  await notebook.train();
  await expect(
    page.getByRole('img', { name: /Line chart of loss per liked rating by epoch.*All scores 0 1\.000/ }),
  ).toBeVisible();

  const events = await notebook.runEvents();
  const start = events.find((event) => event.kind === 'run-started')?.run;
  const epochs = events.flatMap((event) => (event.kind === 'epoch' ? [event.epoch] : []));
  expect(start?.engine.name).toBe('simd');
  expect(epochs).toHaveLength(12);
  expect(epochs.at(-1)?.validationAuc).toBeGreaterThan((start?.popularAuc ?? 1) + 0.02);
  expect(epochs.at(-1)?.trainError).toBeLessThan(epochs[0]?.trainError ?? 0);

  await expect(notebook.tickets).toHaveCount(5);
  await expect(notebook.tickets.first()).toContainText('score');
  expect(await violationsIn(page)).toEqual([]);
});
