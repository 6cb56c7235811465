import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { Notebook } from '../notebook.ts';
import { newerBuild } from './newer-build.ts';
import { type PlainHost, startPlainHost } from './plain-host.ts';

export { expect };

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

interface Fixtures {
  readonly host: PlainHost;
  readonly notebook: Notebook;
}

interface WorkerFixtures {
  /** The folder of the build as its next version would be. */
  readonly newer: string;
}

/** The title of that version. */
export const NEXT_TITLE = 'The next Matinee';

/** Playwright's `test` on a plain host, with service workers; errors on a page's console fail the test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  newer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs.
    async ({}, use) => {
      const folder = await newerBuild(DIST, NEXT_TITLE);
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs.
  host: async ({}, use) => {
    const host = await startPlainHost(DIST);
    await use(host);
    await host.stop();
  },
  baseURL: async ({ host }, use) => use(host.address),
  serviceWorkers: 'allow',
  notebook: async ({ page, context }, use) => {
    const errors: string[] = [];
    context.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
    });
    context.on('weberror', (error) => errors.push(error.error().message));
    await use(new Notebook(page));
    expect(errors, 'errors in the browser').toEqual([]);
  },
});

/** Waits until everything is saved. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('works offline')).toBeVisible({ timeout: 60_000 });
}

export const isIsolated = (page: Page): Promise<boolean> => page.evaluate(() => crossOriginIsolated);
