import { expect, expectNextRunRight, FAULTS_ONLY, RUN, test } from './test.ts';

const ARRIVED_NOT = 'A part of this page could not be fetched. Connect to the network, then try again';

test(
  'network gone while the bundled ratings are downloaded',
  FAULTS_ONLY,
  async ({ page, context, notebook, problems, undisturbed }) => {
    await context.route('**/ml-latest-small.zip', (route) => route.abort('internetdisconnected'));
    await notebook.goto();
    const alert = notebook.cell('data').getByRole('alert');
    await expect(alert).toContainText('The data that comes with the page did not arrive.');
    await context.unroute('**/ml-latest-small.zip');
    await alert.getByRole('button', { name: 'Retry' }).click();
    await notebook.expectStatus('data', 'done');
    await expect(notebook.cell('data')).toContainText('100,004');
    await page.goto(`./${RUN}`);
    await expectNextRunRight(notebook, undisturbed);
    await problems.take(); // The browser logs the failed requests itself.
  },
);

test('network gone in the midst of a download from elsewhere', async ({ context, notebook, problems, undisturbed }) => {
  await context.route('**/grouplens/ml-1m.zip', (route) => route.abort('connectionreset'));
  await context.route('https://files.grouplens.org/**', (route) => route.abort('connectionreset'));
  await notebook.open(RUN);
  await notebook.cell('data').getByRole('radio', { name: 'MovieLens 1M' }).check();
  await notebook.press('data', /^(Agree and download|Download) \(5\.9 MB\)$/);
  const alert = notebook.cell('data').getByRole('alert');
  await expect(alert).toContainText('MovieLens 1M did not arrive.');
  await expect(alert).toContainText('is still loaded.');
  await expect(alert.getByRole('button', { name: 'Retry' })).toBeVisible();
  await expectNextRunRight(notebook, undisturbed);
  await problems.take();
});

for (const [name, chunk, cell] of [
  ['of the views', 'lab-explore', 'explore'],
  ['of the split', 'lab-split', 'split'],
] as const) {
  test(
    `part ${name} that does not arrive`,
    cell === 'explore' ? {} : FAULTS_ONLY,
    async ({ context, notebook, problems, undisturbed }) => {
      const url = new RegExp(`/assets/${chunk}-[\\w-]+\\.js$`);
      await context.route(url, (route) => route.abort('internetdisconnected'));
      await notebook.open(RUN);
      const alert = notebook.cell(cell).getByRole('alert');
      await expect(alert).toContainText(ARRIVED_NOT);
      await context.unroute(url);
      await alert.getByRole('button', { name: 'Try again' }).click();
      await notebook.expectStatus(cell, 'done');
      await expectNextRunRight(notebook, undisturbed);
      await problems.take();
    },
  );
}

test('engine that does not arrive', FAULTS_ONLY, async ({ context, notebook, problems, undisturbed }) => {
  const url = /\.wasm$/;
  await context.route(url, (route) => route.abort('internetdisconnected'));
  await notebook.open(RUN);
  await notebook.press('train', 'Train');
  await expect(notebook.cell('train').getByRole('alert')).toContainText(ARRIVED_NOT);
  await context.unroute(url);
  await expectNextRunRight(notebook, undisturbed);
  await problems.take();
});

test(
  'engines of the automatic choice that do not arrive',
  FAULTS_ONLY,
  async ({ page, context, notebook, problems, undisturbed }) => {
    const url = /\.wasm$/;
    await context.route(url, (route) => route.abort('internetdisconnected'));
    await notebook.open(RUN.replace('engine=simd&', ''));
    await notebook.press('train', 'Train');
    await notebook.expectStatus('train', 'failed');
    await expect(notebook.cell('train').getByRole('alert')).toContainText(/Connect to the network|another browser/);
    await context.unroute(url);
    await page.goto(`./${RUN.replace('engine=simd&', '')}`);
    await expectNextRunRight(notebook, undisturbed);
    await problems.take();
  },
);

test('part of the page that does not arrive', async ({ context, notebook, problems, undisturbed }) => {
  const url = /\/assets\/(Network|NumbersTable|TableTabs|ExplainTraining)-[\w-]+\.(js|css)$/;
  await context.route(url, (route) => route.abort('internetdisconnected'));
  await notebook.open(RUN);
  const explain = notebook.cell('train').getByRole('button', { name: 'Explain' });
  await explain.click();
  const alert = notebook.cell('train').getByRole('alert');
  await expect(alert).toContainText('A part of this page could not be fetched. Connect to the network, then try again.');
  await context.unroute(url);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toBeHidden();
  await expectNextRunRight(notebook, undisturbed);
  await problems.take();
});
