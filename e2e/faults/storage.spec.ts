import type { Page } from '@playwright/test';
import type { Notebook } from '../notebook.ts';
import { plant } from './in-worker.ts';
import { EPOCHS, expect, expectNextRunRight, FAULTS_ONLY, outcomeOf, RUN, test } from './test.ts';

const NOT_KEPT = 'This run cannot be continued after a reload. It goes on here.';

/** In the worker: so many states of runs find no room. */
function refusePuts({ times }: { readonly times: number }): void {
  const put = IDBObjectStore.prototype.put;
  let refused = 0;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    if (this.name === 'run-states' && refused++ < times) throw new DOMException('No room', 'QuotaExceededError');
    return put.apply(this, args);
  };
}

/** In the worker. */
function refuseStorage(): void {
  const open = (): never => {
    throw new DOMException('Access is denied', 'SecurityError');
  };
  Object.defineProperty(self, 'indexedDB', { value: { open } });
}

/** In the worker: as a run's state is being written, another connection deletes the database, or the browser does. */
function deleteUnderWay({ how }: { readonly how: 'by a page' | 'by the browser' }): void {
  const put = IDBObjectStore.prototype.put;
  let done = false;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    const request = put.apply(this, args);
    if (this.name !== 'run-states' || done) return request;
    done = true;
    indexedDB.deleteDatabase('matinee');
    if (how === 'by the browser') {
      this.transaction.abort();
      this.transaction.db.close();
    }
    return request;
  };
}

async function expectBack(page: Page, notebook: Notebook): Promise<void> {
  await page.reload();
  await notebook.expectStatus('train', 'done');
  await expect(notebook.tickets).toHaveCount(5);
}

test('storage full', FAULTS_ONLY, async ({ page, notebook, undisturbed }) => {
  await plant(page, 'worker', refusePuts, { times: 99 });
  await notebook.open(RUN);
  await notebook.train();
  await expect(notebook.cell('train')).toContainText(NOT_KEPT);
  await expect(notebook.cell('train')).toContainText('Delete kept files, or free some disk space.');
  expect(await outcomeOf(notebook)).toEqual(undisturbed);
  await expectNextRunRight(notebook, undisturbed);
});

test('storage full for a while', async ({ page, notebook, undisturbed }) => {
  await plant(page, 'worker', refusePuts, { times: 1 });
  await notebook.open(RUN);
  await notebook.train();
  await expect(notebook.cell('train')).not.toContainText(NOT_KEPT);
  expect(await outcomeOf(notebook)).toEqual(undisturbed);
  await expectBack(page, notebook);
  await expectNextRunRight(notebook, undisturbed);
});

test('storage refused', FAULTS_ONLY, async ({ page, notebook, undisturbed }) => {
  await plant(page, 'worker', refuseStorage, null);
  await notebook.open(RUN);
  await notebook.train();
  await expect(notebook.cell('train')).toContainText(NOT_KEPT);
  await expect(notebook.cell('train')).toContainText('Private windows and blocked cookies cause this');
  expect(await outcomeOf(notebook)).toEqual(undisturbed);
  await expectNextRunRight(notebook, undisturbed);
});

for (const how of ['by a page', 'by the browser'] as const) {
  test(
    `storage deleted ${how} while a run is saved`,
    how === 'by the browser' ? {} : FAULTS_ONLY,
    async ({ page, notebook, undisturbed }) => {
      await plant(page, 'worker', deleteUnderWay, { how });
      await notebook.open(RUN);
      await notebook.train();
      expect(await outcomeOf(notebook)).toEqual(undisturbed);
      await expect(notebook.cell('train')).not.toContainText(NOT_KEPT);
      await expectBack(page, notebook);
      await expect(notebook.cell('train')).toContainText(`of ${EPOCHS} epochs`);
      await expectNextRunRight(notebook, undisturbed);
    },
  );
}
