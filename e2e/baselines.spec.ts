import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

test('bias only errs as the reference line of every other run says; neighbours do better, and recommend', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open();
  const [model, train] = [notebook.cell('model'), notebook.cell('train')];
  await model.getByRole('radio', { name: 'Bias only' }).check();
  await expect(page).toHaveURL(/#model=bias&user=\d+$/);
  await expect(model.getByRole('row', { name: /^All/ })).toContainText('9,738');
  await notebook.train();
  const errors = async () => {
    const events = await notebook.runEvents();
    const start = events.findLast((event) => event.kind === 'run-started');
    const epoch = events.findLast((event) => event.kind === 'epoch');
    return { biases: start?.run.baselines?.biases ?? Number.NaN, validation: epoch?.epoch.validationError ?? Number.NaN };
  };
  const bias = await errors();
  expect(bias.validation).toBe(bias.biases);
  await expect(train.getByText('Fitted in', { exact: true })).toBeVisible();
  for (const name of ['Find a learning rate', 'Follow one rating', 'Engines']) {
    await expect(train.getByText(name)).toHaveCount(0);
  }

  await model.getByRole('radio', { name: 'Bias only' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(model.getByRole('radio', { name: 'Item neighbours' })).toBeChecked();
  await notebook.train();
  const neighbours = await errors();
  expect(neighbours.biases).toBe(bias.biases);
  expect(neighbours.validation).toBeLessThan(bias.biases - 0.01);
  await expect(notebook.tickets).toHaveCount(5);
  await expect(notebook.cell('take-away').getByRole('button', { name: 'Save .npz' })).toBeDisabled();
  await expect(train.getByRole('row', { name: /^Item neighbours/ })).toContainText(neighbours.validation.toFixed(3));
  await expect(train.getByRole('img', { name: /Line chart/ })).toHaveCount(0);
  expect(await violationsIn(page)).toEqual([]);
});

test('EASE says what it costs before it is fitted, and ranks by its own scores', async ({ page }) => {
  test.setTimeout(180_000);
  const notebook = new Notebook(page);
  // Half is held out: the table has a row for each movie that is liked in the rest.
  await notebook.open('#model=ease&validationShare=0.5');
  const model = notebook.cell('model');
  await expect(model.getByText('It inverts a table of at most 9,066 × 9,066 numbers, 314 MiB')).toBeVisible();
  await notebook.train();
  await expect(notebook.tickets).toHaveCount(5);
  expect(await violationsIn(page)).toEqual([]);
});
