import { Notebook } from '../notebook.ts';
import { epochsSeen } from '../runs.ts';
import { endWorkerAt, hangWorkerAt } from './in-worker.ts';
import { EPOCHS, expect, expectNextRunRight, FAULTS_ONLY, outcomeOf, RUN, test } from './test.ts';

const hangs = async (notebook: Notebook): Promise<boolean> =>
  (await notebook.messages()).some(({ kind }) => (kind as string) === 'hangs');

/** A run that was kept after its first epoch, and whose page is gone. */
async function leaveRun(notebook: Notebook): Promise<void> {
  await hangWorkerAt(notebook.page, { at: 'training', epoch: EPOCHS / 2 });
  await notebook.open(RUN);
  await notebook.press('train', 'Train');
  await expect.poll(() => hangs(notebook)).toBe(true);
  await notebook.page.close();
}

test('two tabs take up one run at once', async ({ page, context, notebook, undisturbed }) => {
  await leaveRun(notebook);
  const tabs = [new Notebook(await context.newPage()), new Notebook(await context.newPage())] as const;
  for (const tab of tabs) {
    await tab.open(RUN);
    await expect(tab.cell('train')).toContainText('A run was interrupted');
  }
  // By script, since a tab in the background is not clicked at.
  const resume = (tab: Notebook) => tab.cell('train').getByRole('button', { name: 'Resume' }).dispatchEvent('click');
  await Promise.all(tabs.map(resume));
  const isRefused = (tab: Notebook) => tab.cell('train').getByText('This run is active in another tab.').isVisible();
  const isDone = async (tab: Notebook) => (await tab.cell('train').getAttribute('data-status')) === 'done';
  await expect
    .poll(async () => (await Promise.all(tabs.map(async (tab) => (await isDone(tab)) || (await isRefused(tab))))).every(Boolean))
    .toBe(true);
  const refused = await Promise.all(tabs.map(isRefused));
  expect(refused.filter(Boolean)).toHaveLength(1);
  const [winner, loser] = refused[0] ? [tabs[1], tabs[0]] : tabs;
  await winner.page.bringToFront();
  expect(await outcomeOf(winner)).toEqual(undisturbed);
  await loser.page.bringToFront();
  await expectNextRunRight(loser, undisturbed);
  expect(page.isClosed()).toBe(true);
});

test('one tab discards the run that another goes on with', FAULTS_ONLY, async ({ context, notebook, undisturbed }) => {
  await leaveRun(notebook);
  const [one, other] = [new Notebook(await context.newPage()), new Notebook(await context.newPage())];
  await hangWorkerAt(one.page, { at: 'training', epoch: EPOCHS - 5 });
  for (const tab of [one, other]) {
    await tab.open(RUN);
    await expect(tab.cell('train')).toContainText('A run was interrupted');
  }
  await one.page.bringToFront();
  await one.press('train', 'Resume');
  await expect.poll(() => hangs(one)).toBe(true);
  await other.page.bringToFront();
  await other.press('train', 'Discard');
  await expect(other.cell('train')).not.toContainText('A run was interrupted');
  await one.page.bringToFront();
  await one.page.evaluate(() => window.labWorker.terminate());
  await expect(one.cell('train')).toContainText(/and the run continues after epoch \d+\./);
  expect(await outcomeOf(one)).toEqual(undisturbed);
  await expectNextRunRight(other, undisturbed);
});

test('tab frozen while it trains', FAULTS_ONLY, async ({ page, notebook, undisturbed }) => {
  await notebook.open(RUN);
  await notebook.press('train', 'Train');
  await expect.poll(() => epochsSeen(notebook)).toBeGreaterThan(1);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  const front = await page.context().newPage();
  await front.goto('about:blank');
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await front.close();
  expect(await outcomeOf(notebook)).toEqual(undisturbed);
  await expectNextRunRight(notebook, undisturbed);
});

test('tab hidden, and its worker ended meanwhile', FAULTS_ONLY, async ({ page, notebook, undisturbed }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    Object.defineProperty(document, 'hidden', { get: () => true });
    // As in a hidden tab, nothing is drawn.
    window.requestAnimationFrame = () => 0;
  });
  await endWorkerAt(page, { at: 'training', epoch: EPOCHS / 2 });
  await notebook.open(RUN);
  await notebook
    .cell('train')
    .getByRole('button', { name: /^Train( again)?$/ })
    .dispatchEvent('click');
  expect(await outcomeOf(notebook)).toEqual(undisturbed);
  await expectNextRunRight(notebook, undisturbed);
});
