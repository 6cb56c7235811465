import { test as base, expect, type Page } from '@playwright/test';
import type { EngineName } from '../src/core/hyperparameters.ts';
import { PARITY_LIMITS } from '../src/engines/parity.ts';
import type { ParityTable } from './parity/parity-table.ts';
import { withWebgpu } from './with-webgpu.ts';

const PAGE = `http://localhost:${process.env.MATINEE_PARITY_PORT ?? 4274}/`;

/** Ten times closer to the double-precision reference than "one arithmetic" asks for, in loss (relative) and predictions (stars). */
const LIMIT = 1e-5;

/** One page for all tests, one after the other: a GPU in software takes longer to compile a program than to run it, and a page compiles it once. */
const test = base.extend<object, { lab: Page }>({
  launchOptions: [async ({ launchOptions }, use) => await use(withWebgpu(launchOptions)), { scope: 'worker' }],
  lab: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      await page.goto(PAGE);
      await page.waitForFunction(() => 'parity' in window);
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
});

test.describe.configure({ mode: 'default' });

/** Skips where there is nothing to test. */
async function needs(lab: Page, engine: EngineName): Promise<void> {
  if (engine === 'webgpu')
    test.skip((await lab.evaluate(() => window.parity.findWebgpu())) === null, 'This browser has no WebGPU adapter.');
}

function expectParity(engine: EngineName, { rows, leaked }: ParityTable): void {
  expect(LIMIT).toBeLessThan(Math.min(PARITY_LIMITS.loss, PARITY_LIMITS.prediction));
  for (const { label, loss, prediction } of rows) {
    console.info(`${engine} · ${label}: loss ${loss.toExponential(1)}, prediction ${prediction.toExponential(1)}`);
  }
  expect(rows.length).toBeGreaterThan(0);
  for (const { label, loss, prediction } of rows) {
    expect(loss, label).toBeLessThan(LIMIT);
    expect(prediction, label).toBeLessThan(LIMIT);
  }
  expect(leaked, 'tensors and buffers left behind').toBe(0);
}

for (const [engine, optimizers] of [
  ['webgl', ['adam', 'sgd', 'adagrad']],
  ['webgpu', ['adam', 'sgd', 'adagrad']],
  ['simd', ['adam', 'sgd', 'adagrad', 'lazy-adam']],
] as const) {
  for (const optimizer of optimizers) {
    test(`training on ${engine} with ${optimizer} follows the double-precision reference`, async ({ lab }) => {
      test.setTimeout(600_000);
      await needs(lab, engine);
      expectParity(engine, await lab.evaluate(([name, one]) => window.parity.run(name, one), [engine, optimizer] as const));
    });
  }

  test(`so it does on ${engine} with narrow, odd, wide and very tall tables and batches`, async ({ lab }) => {
    test.setTimeout(600_000);
    await needs(lab, engine);
    expectParity(engine, await lab.evaluate((name) => window.parity.runShapes(name), engine));
  });
}

// WebGPU keeps tfjs' own kernel.
for (const [gpu, kernel] of [
  ['webgl', 'stock'],
  ['webgl', 'ours'],
  ['webgpu', 'stock'],
] as const) {
  test(`a tf.layers.embedding has the right gradient on ${gpu} with the ${kernel} kernel`, async ({ lab }) => {
    await needs(lab, gpu);
    const shapes = [1, 3, 4, 50].map((width) => ({ rows: 12, width, batch: 33 }));
    for (const shape of [...shapes, { rows: 3706, width: 7, batch: 2048 }]) {
      const ask = [gpu, kernel, shape] as const;
      const { found, expected } = await lab.evaluate((asked) => window.parity.embeddingGradients(...asked), ask);
      expect(expected).toHaveLength(shape.rows * shape.width);
      const errors = expected.map((value, i) => Math.abs(value - (found[i] ?? Number.NaN)));
      expect(Math.max(...errors), JSON.stringify(shape)).toBeLessThan(1e-5);
    }
  });
}

for (const gpu of ['webgl', 'webgpu'] as const) {
  test(`every row of a table can be looked up on ${gpu}, the last one included`, async ({ lab }) => {
    await needs(lab, gpu);
    for (const [rows, columns] of [
      [1, 1],
      [3706, 50],
      [40_000, 3],
      [100_001, 7],
    ] as const) {
      const wrong = await lab.evaluate(([name, r, c]) => window.parity.wrongRows(name, r, c), [gpu, rows, columns] as const);
      expect(wrong, `${rows} × ${columns}`).toEqual([]);
    }
  });

  test(`a trainer on ${gpu} goes on where another engine was started in between`, async ({ lab }) => {
    await needs(lab, gpu);
    const { alone, between } = await lab.evaluate((name) => window.parity.interleave(name, 'cpu'), gpu);
    expect(alone.every(Number.isFinite)).toBe(true);
    expect(between).toEqual(alone);
  });

  test(`a run on ${gpu} that is taken up from its state goes on to the bit, and within the limits on SIMD`, async ({ lab }) => {
    test.setTimeout(300_000);
    await needs(lab, gpu);
    const rows = await lab.evaluate((name) => window.parity.resume(name), gpu);
    expect(rows.length).toBeGreaterThan(0);
    for (const { label, same, onSimd } of rows) {
      expect(same, label).toBe(0);
      expect(onSimd, label).toBeLessThan(PARITY_LIMITS.loss);
    }
  });

  test(`a training step on ${gpu} is few programs, and moves nothing between JavaScript and the GPU`, async ({ lab }) => {
    await needs(lab, gpu);
    for (const [label, configuration, limit] of [
      ['dot', { model: 'dot', biases: false }, 20],
      ['dot + bias', { model: 'dot' }, 20],
      ['MLP', { model: 'mlp' }, 80],
    ] as const) {
      const traffic = await lab.evaluate(([name, workload]) => window.parity.traffic(name, workload), [
        gpu,
        { ...MOVIELENS, configuration },
      ] as const);
      console.info(`${gpu} · ${label}: ${traffic.launches} programs a step`);
      expect(traffic.launches, label).toBeGreaterThan(0);
      expect(traffic.launches, label).toBeLessThanOrEqual(limit);
      expect(traffic, label).toMatchObject({ uploads: 0, reads: 0 });
    }
  });
}

const MOVIELENS = { users: 6040, movies: 3706, ratings: 0, batchSize: 1024 };
