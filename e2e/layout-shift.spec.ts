import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

/** What Google calls good is 0.1; what follows a click or a key within half a second is the visitor's doing and does not count. */
const LIMIT = 0.05;

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

function noteShifts(): void {
  const sum = Object.assign(window, { layoutShift: 0 });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries() as LayoutShift[]) if (!hadRecentInput) sum.layoutShift += value;
  }).observe({ type: 'layout-shift', buffered: true });
}

const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { layoutShift: number }).layoutShift);

/** As many epochs and the same views as without it, by a smaller model: what moves does not depend on its size. */
const SMALL = '#userFactors=8&movieFactors=8';

for (const width of [1440, 360]) {
  for (const place of [null, 'model', 'train', 'recommend'] as const) {
    test(`nothing moves by itself at ${width} px, seen from ${place ?? 'the top'}`, async ({ page }) => {
      const notebook = new Notebook(page);
      await page.setViewportSize({ width, height: 800 });
      await page.addInitScript(noteShifts);
      await notebook.goto(SMALL);
      if (place) await notebook.cell(place).evaluate((cell) => cell.scrollIntoView({ behavior: 'instant' }));
      await notebook.expectStatus('data', 'done');
      await page.waitForLoadState('networkidle');
      await expect(page.locator('[data-pending]')).toHaveCount(0);
      expect(await layoutShift(page), 'while loading').toBeLessThanOrEqual(LIMIT);
      await page.keyboard.press('Control+Enter');
      await notebook.expectStatus('train', 'done', 60_000);
      await notebook.expectStatus('recommend', 'done');
      expect(await layoutShift(page), 'through a training').toBeLessThanOrEqual(LIMIT);
    });
  }
}
