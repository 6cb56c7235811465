import { expect, test } from '@playwright/test';
import { PARITY_LIMITS } from '../src/engines/parity.ts';
import type { ParityRow } from './parity/main.ts';

const PAGE = `http://localhost:${process.env.MATINEE_PARITY_PORT ?? 4274}/`;

/** How far WebGL may be from the double-precision reference, in loss (relative) and predictions (stars). */
const WEBGL_LIMIT = 1e-5;

test.beforeEach(async ({ page }) => {
  await page.goto(PAGE);
  await page.waitForFunction(() => 'parity' in window);
});

function expectParity(rows: readonly ParityRow[]): void {
  expect(WEBGL_LIMIT).toBeLessThan(Math.min(PARITY_LIMITS.loss, PARITY_LIMITS.prediction));
  for (const { label, loss, prediction } of rows) {
    console.info(`webgl · ${label}: loss ${loss.toExponential(1)}, prediction ${prediction.toExponential(1)}`);
  }
  for (const { label, loss, prediction, leaked } of rows) {
    expect(loss, label).toBeLessThan(WEBGL_LIMIT);
    expect(prediction, label).toBeLessThan(WEBGL_LIMIT);
    expect(leaked, label).toBe(0);
  }
}

test('a tf.layers.embedding has the same gradient on WebGL with the repaired kernel as with the stock one', async ({ page }) => {
  for (const width of [1, 3, 4, 50]) {
    const { stock, ours } = await page.evaluate((columns) => window.parity.embeddingGradients(columns), width);
    expect(ours).toHaveLength(12 * width);
    ours.forEach((value, i) => {
      expect(value).toBeCloseTo(stock[i] as number, 5);
    });
  }
});

test('training on WebGL follows the double-precision reference', async ({ page }) => {
  test.setTimeout(600_000);
  expectParity(await page.evaluate(() => window.parity.run('webgl')));
});

test('so it does with narrow, odd, wide and very tall tables and batches', async ({ page }) => {
  test.setTimeout(600_000);
  expectParity(await page.evaluate(() => window.parity.runShapes('webgl')));
});

test('every row of a table can be looked up, the last one included', async ({ page }) => {
  for (const [rows, columns] of [
    [1, 1],
    [3706, 50],
    [40_000, 3],
    [100_001, 7],
  ] as const) {
    const wrong = await page.evaluate(([r, c]) => window.parity.wrongRows(r, c), [rows, columns] as const);
    expect(wrong, `${rows} × ${columns}`).toEqual([]);
  }
});

test('a trainer goes on where another engine was started in between', async ({ page }) => {
  const { alone, between } = await page.evaluate(() => window.parity.interleave('webgl', 'cpu'));
  expect(alone.every(Number.isFinite)).toBe(true);
  expect(between).toEqual(alone);
});

test('a run that is taken up from its state goes on to the bit on WebGL, and within the limits on SIMD', async ({ page }) => {
  test.setTimeout(300_000);
  const rows = await page.evaluate(() => window.parity.resume('webgl'));
  expect(rows.length).toBeGreaterThan(0);
  for (const { label, same, onSimd } of rows) {
    expect(same, label).toBe(0);
    expect(onSimd, label).toBeLessThan(PARITY_LIMITS.loss);
  }
});

const MOVIELENS = { users: 6040, movies: 3706, ratings: 0, batchSize: 1024 };

test('a training step on WebGL is few programs, and moves nothing between JavaScript and the GPU', async ({ page }) => {
  const cases = [
    ['dot', { model: 'dot', biases: false }, 20],
    ['dot + bias', { model: 'dot' }, 20],
    ['MLP', { model: 'mlp' }, 80],
  ] as const;
  for (const [label, configuration, limit] of cases) {
    const traffic = await page.evaluate((workload) => window.parity.traffic(workload), { ...MOVIELENS, configuration });
    console.info(`webgl · ${label}: ${traffic.launches} programs a step`);
    expect(traffic.launches, label).toBeGreaterThan(0);
    expect(traffic.launches, label).toBeLessThanOrEqual(limit);
    expect(traffic, label).toMatchObject({ uploads: 0, reads: 0 });
  }
});
