import { test as base, expect as expectSoon } from '../fixtures.ts';
import { Notebook } from '../notebook.ts';
import { type Epoch, runsOf } from '../runs.ts';

/** Patient, since the suite may share its machine with others. */
export const expect = expectSoon.configure({ timeout: 60_000 });

/** The run that faults are put into: many short epochs, so that a fault always finds it going. */
export const RUN = '#data=synthetic-300x400x20000&epochs=40&engine=simd&userFactors=8&movieFactors=8&seed=11&user=15';
export const EPOCHS = 40;

/** Marks what `npm test` leaves to `npm run test:faults`: of each kind of fault it puts in one or two. */
export const FAULTS_ONLY = { tag: '@faults-only' };

/** What the run comes to when nothing disturbs it. */
export interface Undisturbed {
  readonly epochs: readonly Epoch[];
  readonly tickets: readonly string[];
}

/** `test` with the undisturbed run, which is trained once for each worker of Playwright. */
export const test = base.extend<{ notebook: Notebook }, { undisturbed: Undisturbed }>({
  notebook: async ({ page }, use) => await use(new Notebook(page)),
  undisturbed: [
    async ({ browser }, use, { project }) => {
      const page = await browser.newPage({ baseURL: project.use.baseURL ?? '' });
      const notebook = new Notebook(page);
      await notebook.open(RUN);
      await notebook.train();
      const outcome = await outcomeOf(notebook);
      await page.close();
      await use(outcome);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** What the last run of the page came to, once it is over. */
export async function outcomeOf(notebook: Notebook): Promise<Undisturbed> {
  await notebook.expectStatus('train', 'done', 120_000);
  await notebook.expectStatus('recommend', 'done');
  await expect(notebook.tickets).toHaveCount(5);
  return { epochs: (await runsOf(notebook)).at(-1) ?? [], tickets: await notebook.tickets.allInnerTexts() };
}

/** Trains once more, which must come to what it comes to without a fault. */
export async function expectNextRunRight(notebook: Notebook, undisturbed: Undisturbed): Promise<void> {
  await notebook.train();
  expect(await outcomeOf(notebook)).toEqual(undisturbed);
}
