import { endWorkerAt } from './in-worker.ts';
import { EPOCHS, expect, expectNextRunRight, FAULTS_ONLY, outcomeOf, RUN, test } from './test.ts';

const STARTED_AGAIN = 'The worker that does the training stopped. It was restarted';

test('worker ended while it loads', FAULTS_ONLY, async ({ page, notebook, undisturbed }) => {
  await endWorkerAt(page, { at: 'loading' });
  await notebook.open();
  await expect(notebook.cell('train')).toContainText(`${STARTED_AGAIN}.`);
  await expect(notebook.cell('data')).toContainText('100,004');
  await page.goto(`./${RUN}`);
  await expect(notebook.cell('data')).toContainText('20,000');
  await expectNextRunRight(notebook, undisturbed);
});

test('worker ended while it splits', FAULTS_ONLY, async ({ page, notebook, undisturbed }) => {
  await endWorkerAt(page, { at: 'splitting' });
  await notebook.open(RUN);
  await expect(notebook.cell('train')).toContainText(`${STARTED_AGAIN}.`);
  await notebook.expectStatus('split', 'done');
  await expectNextRunRight(notebook, undisturbed);
});

test('worker ended before the first epoch', FAULTS_ONLY, async ({ page, notebook, undisturbed }) => {
  await endWorkerAt(page, { at: 'preparing' });
  await notebook.open(RUN);
  await notebook.press('train', 'Train');
  await expect(notebook.cell('train')).toContainText(`${STARTED_AGAIN}, and the run started again.`);
  expect(await outcomeOf(notebook)).toEqual(undisturbed);
  await expectNextRunRight(notebook, undisturbed);
});

test('worker ended while it trains', async ({ page, notebook, undisturbed }) => {
  await endWorkerAt(page, { at: 'training', epoch: 20 });
  await notebook.open(RUN);
  await notebook.press('train', 'Train');
  await expect(notebook.cell('train')).toContainText(new RegExp(`${STARTED_AGAIN}, and the run continues after epoch \\d+\\.`));
  expect(await outcomeOf(notebook)).toEqual(undisturbed);
  await expectNextRunRight(notebook, undisturbed);
});

test('worker ended while it scores', FAULTS_ONLY, async ({ page, notebook, undisturbed }) => {
  await notebook.open(RUN);
  await notebook.train();
  await endWorkerAt(page, { at: 'scoring', times: 2 });
  await page.reload();
  await expect(notebook.tickets).toHaveCount(5);
  await notebook.pickUser('1');
  await expect(notebook.cell('train')).toContainText(`${STARTED_AGAIN}, and the model is that of epoch ${EPOCHS}.`);
  await expect(notebook.cell('recommend')).toContainText('For user 1');
  await notebook.pickUser('15');
  expect(await outcomeOf(notebook)).toEqual(undisturbed);
  await expectNextRunRight(notebook, undisturbed);
});

for (const [times, name] of [
  [1, 'the first'],
  [2, 'the second'],
] as const) {
  test(`worker ended while it saves a run for ${name} time`, FAULTS_ONLY, async ({ page, notebook, undisturbed }) => {
    await endWorkerAt(page, { at: 'saving', times });
    await notebook.open(RUN);
    await notebook.press('train', 'Train');
    await expect(notebook.cell('train')).toContainText(STARTED_AGAIN);
    expect(await outcomeOf(notebook)).toEqual(undisturbed);
    await expectNextRunRight(notebook, undisturbed);
  });
}
