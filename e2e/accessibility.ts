import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe objects to in a part of the page, the whole page if none is named: each rule with the elements that break it. */
export async function violationsIn(page: Page, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return await page.evaluate(look, part);
}

/**
 * Runs in the page. A cell in which axe found nothing is left out for as long as its elements, the width and the theme stay as they were:
 * a look at the whole page takes seconds, and most of what happens changes two or three cells.
 */
async function look(part: string): Promise<string[]> {
  const { axe, axeSaw } = window as unknown as { axe: typeof import('axe-core'); axeSaw?: Map<string, string> };
  const saw = axeSaw ?? new Map<string, string>();
  Object.assign(window, { axeSaw: saw });
  const conditions = `${innerWidth} ${matchMedia('(prefers-color-scheme: dark)').matches} ${document.documentElement.dataset.theme}`;
  const cells = [...document.querySelectorAll<HTMLElement>(`${part} [data-cell]`)].map((cell) => ({
    selector: `[data-cell="${cell.dataset.cell}"]`,
    key: `${conditions} ${cell.dataset.cell}`,
    html: cell.outerHTML,
  }));
  const exclude = cells.filter(({ key, html }) => saw.get(key) === html).map(({ selector }) => [selector]);
  // No rule that applies by default looks into style sheets.
  const { violations } = await axe.run({ include: [[part]], exclude }, { resultTypes: ['violations'], preload: false });
  if (violations.length === 0) for (const { key, html } of cells) saw.set(key, html);
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(' ')}`);
}
