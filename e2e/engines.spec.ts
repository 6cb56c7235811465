import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

test('every engine is compared: right or not, and how fast', async ({ page }) => {
  test.setTimeout(180_000);
  const notebook = new Notebook(page);
  await notebook.open('#listWeight=0&userFactors=8&movieFactors=8');
  await notebook.press('train', 'Engines');
  await notebook.press('train', 'Compare all engines');
  const rows = notebook.cell('train').getByRole('row');
  for (const engine of [
    /TensorFlow\.js WebGL \(.+\)/,
    /WebAssembly SIMD, \d threads?/,
    /TensorFlow\.js WebAssembly/,
    /plain JavaScript/,
  ]) {
    const row = rows.filter({ hasText: engine });
    await expect(row).toContainText(/yes, within \de-\d/, { timeout: 120_000 });
    await expect(row.getByRole('cell').last()).toHaveText(/^[\d,]+(1 thread: [\d,]+(, \d threads: [\d,]+)+)?$/);
  }
});

test('a lost WebGL context: the run goes on with another engine, and the page says so', async ({ page }) => {
  test.setTimeout(180_000);
  const notebook = new Notebook(page);
  const worker = page.waitForEvent('worker');
  await notebook.open(
    '#data=synthetic-300x400x20000&engine=webgl&pace=epoch&epochs=6&userFactors=4&movieFactors=4&batchSize=8192',
  );
  await (await worker).evaluate(keepContexts);
  // At one epoch a second it still goes when the context is lost.
  await notebook.press('train', 'Train');
  await expect(notebook.tickets).toHaveCount(5, { timeout: 90_000 });
  await (await worker).evaluate(loseContexts);
  await expect(notebook.cell('train')).toContainText(
    /WebGL stopped: the GPU context was lost\. WebAssembly SIMD, \d threads? continues after epoch \d+\./,
  );
  await notebook.expectStatus('train', 'done', 90_000);
  await notebook.pickUser('15');
  await expect(notebook.cell('recommend')).toContainText('For user 15');
});

type Keeper = { contexts?: WebGL2RenderingContext[] };

/** Runs in the worker, before TensorFlow.js is there. */
function keepContexts(): void {
  const keeper = globalThis as Keeper;
  keeper.contexts = [];
  const getContext = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: Parameters<typeof getContext>) {
    const context = getContext.apply(this, args);
    if (context && 'getExtension' in context) keeper.contexts?.push(context as unknown as WebGL2RenderingContext);
    return context;
  } as typeof getContext;
}

function loseContexts(): void {
  for (const context of (globalThis as Keeper).contexts ?? []) context.getExtension('WEBGL_lose_context')?.loseContext();
}
