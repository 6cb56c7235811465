import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe objects to in a part of the page, the whole page if none is named: each rule with the elements that break it. */
export async function violationsIn(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    // No rule that applies by default looks into style sheets.
    const { violations } = await axe.run(selector, { resultTypes: ['violations'], preload: false });
    return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(' ')}`);
  }, part);
}
