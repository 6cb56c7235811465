import { expect, test } from '@playwright/test';
import { PARITY_LIMITS } from '../src/engines/parity.ts';

const PAGE = `http://localhost:${process.env.MATINEE_PARITY_PORT ?? 4274}/`;

test.beforeEach(async ({ page }) => {
  await page.goto(PAGE);
  await page.waitForFunction(() => 'parity' in window);
});

test('the repaired segment sum on WebGL equals the stock one', async ({ page }) => {
  for (const width of [1, 3, 4, 50]) {
    const { stock, ours } = await page.evaluate((columns) => window.parity.segmentSums(columns), width);
    expect(ours).toHaveLength(12 * width);
    ours.forEach((value, i) => {
      expect(value).toBeCloseTo(stock[i] as number, 5);
    });
  }
});

test('training on WebGL follows the double-precision reference', async ({ page }) => {
  test.setTimeout(600_000);
  const rows = await page.evaluate(() => window.parity.run('webgl'));
  for (const { label, loss, prediction } of rows) {
    console.info(`webgl · ${label}: loss ${loss.toExponential(1)}, prediction ${prediction.toExponential(1)}`);
  }
  for (const { label, loss, prediction, leaked } of rows) {
    expect(loss, label).toBeLessThan(PARITY_LIMITS.loss);
    expect(prediction, label).toBeLessThan(PARITY_LIMITS.prediction);
    expect(leaked, label).toBe(0);
  }
});
