import { test as base, expect } from './fixtures.ts';
import { Notebook } from './notebook.ts';
import { withWebgpu } from './with-webgpu.ts';

const test = base.extend({
  launchOptions: [async ({ launchOptions }, use) => await use(withWebgpu(launchOptions)), { scope: 'worker' }],
});

test.beforeEach(async ({ page }) => {
  await page.goto('./favicon.svg');
  const adapter = await page.evaluate(async () => (await navigator.gpu?.requestAdapter()) !== null);
  test.skip(!adapter, 'This browser has no WebGPU adapter.');
});

test('WebGPU is compared with the other engines under its adapter’s name', async ({ page }) => {
  test.setTimeout(180_000);
  const notebook = new Notebook(page);
  await notebook.open('#listWeight=0&userFactors=8&movieFactors=8');
  await notebook.press('train', 'Engines');
  await notebook.press('train', 'Compare all engines');
  const row = notebook
    .cell('train')
    .getByRole('row')
    .filter({ hasText: /TensorFlow\.js WebGPU \(\w.+\)/ });
  await expect(row).toContainText(/yes, within \de-\d/, { timeout: 120_000 });
});

test('a lost WebGPU device: the run goes on with another engine, and the page says so', async ({ page }) => {
  test.setTimeout(180_000);
  const notebook = new Notebook(page);
  const worker = page.waitForEvent('worker');
  await notebook.open('#engine=webgpu&epochs=100&userFactors=4&movieFactors=4&batchSize=8192');
  await (await worker).evaluate(keepDevices);
  await notebook.press('train', 'Train');
  await expect(notebook.tickets).toHaveCount(5, { timeout: 90_000 });
  await (await worker).evaluate(destroyDevices);
  await expect(notebook.cell('train')).toContainText(
    /WebGPU stopped: the GPU device was lost\. WebAssembly SIMD, \d threads? continues after epoch \d+\./,
  );
  await notebook.expectStatus('train', 'done', 90_000);
  await notebook.pickUser('15');
  await expect(notebook.cell('recommend')).toContainText('For user 15');
});

type Keeper = { devices?: GPUDevice[] };

/** Runs in the worker, before TensorFlow.js is there. */
function keepDevices(): void {
  const keeper = globalThis as Keeper;
  keeper.devices = [];
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, ...args) {
    const device = await requestDevice.apply(this, args);
    keeper.devices?.push(device);
    return device;
  };
}

function destroyDevices(): void {
  for (const device of (globalThis as Keeper).devices ?? []) device.destroy();
}
