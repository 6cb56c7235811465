import { ENDED } from '../../src/engines/simd/threads/control.ts';
import { plant } from './in-worker.ts';
import { expect, expectNextRunRight, FAULTS_ONLY, outcomeOf, RUN, test } from './test.ts';

const WEBGL = '#engine=webgl&epochs=6&userFactors=4&movieFactors=4&batchSize=8192&data=synthetic-300x400x20000&user=15';

/** In the worker: the context is lost as the run's second epoch is told of, or as a user is scored. */
function loseContextAt({ moment }: { readonly moment: 'training' | 'scoring' }): void {
  const contexts: WebGL2RenderingContext[] = [];
  const getContext = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: Parameters<typeof getContext>) {
    const context = getContext.apply(this, args);
    if (context && 'getExtension' in context) contexts.push(context as unknown as WebGL2RenderingContext);
    return context;
  } as typeof getContext;
  const lose = (): void => {
    for (const context of contexts.splice(0)) context.getExtension('WEBGL_lose_context')?.loseContext();
  };
  const send = self.postMessage.bind(self);
  self.postMessage = ((message: never, ...rest: never[]) => {
    const { progress } = message as { progress?: { epoch?: { epoch: number } } };
    if (moment === 'training' && progress?.epoch?.epoch === 2) lose();
    send(message, ...rest);
  }) as typeof self.postMessage;
  self.addEventListener('message', ({ data }) => {
    if (moment === 'scoring' && data.call === 'recommend/recommend' && data.args.userId === 7) lose();
  });
}

test('WebGL lost while it trains', async ({ page, notebook, undisturbed }) => {
  await plant(page, 'worker', loseContextAt, { moment: 'training' });
  await notebook.open(WEBGL);
  await notebook.press('train', 'Train');
  await expect(notebook.cell('train')).toContainText(/WebGL stopped: the GPU context was lost\. .+ continues after epoch \d+\./);
  expect((await outcomeOf(notebook)).epochs).toHaveLength(6);
  await page.goto(`./${RUN}`);
  await expectNextRunRight(notebook, undisturbed);
});

test('WebGL lost while it scores', FAULTS_ONLY, async ({ page, notebook, undisturbed }) => {
  await plant(page, 'worker', loseContextAt, { moment: 'scoring' });
  await notebook.open(WEBGL);
  await notebook.train();
  await notebook.pickUser('7');
  await expect(notebook.cell('recommend')).toContainText('For user 7');
  await notebook.expectStatus('recommend', 'done');
  await expect(notebook.tickets).toHaveCount(5);
  await page.goto(`./${RUN}`);
  await expectNextRunRight(notebook, undisturbed);
});

/** In the worker: from the first run's beginning until it fails, no memory is given. What is prepared ahead may fail before it. */
function refuseMemory(): void {
  let refuses = false;
  let runs = 0;
  WebAssembly.Memory = class extends WebAssembly.Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      if (refuses) throw new RangeError('WebAssembly.Memory(): could not allocate memory');
      super(descriptor);
    }
  };
  self.addEventListener('message', ({ data }) => {
    if (data.call === 'train/start' && runs++ === 0) refuses = true;
  });
  const send = self.postMessage.bind(self);
  self.postMessage = ((message: never, ...rest: never[]) => {
    const { kind, call } = message as { kind: string; call?: string };
    if (kind === 'failure' && call === 'train/start') refuses = false;
    send(message, ...rest);
  }) as typeof self.postMessage;
}

test('memory refused to the engine', async ({ page, notebook, undisturbed }) => {
  await plant(page, 'worker', refuseMemory, null);
  await notebook.open(RUN);
  await notebook.press('train', 'Train');
  await notebook.expectStatus('train', 'failed');
  await expect(notebook.cell('train').getByRole('alert')).toContainText(
    /The model needs \d+ MiB of memory, which the browser does not give\. Use fewer factors, a smaller batch or less data/,
  );
  await expectNextRunRight(notebook, undisturbed);
});

test('helper thread that does not start', FAULTS_ONLY, async ({ page, notebook, problems, undisturbed }) => {
  const isPlanted = await plant(
    page,
    'thread',
    () => {
      throw new Error('This thread does not start');
    },
    null,
  );
  await notebook.open(RUN);
  await notebook.train();
  const { epochs } = await outcomeOf(notebook);
  expect(epochs.at(-1)?.validationError).toBeCloseTo(undisturbed.epochs.at(-1)?.validationError ?? 0, 2);
  await expectNextRunRight(notebook, undisturbed);
  expect(isPlanted()).toBe(true);
  // A thread that is ended at once may not be heard any more.
  expect((await problems.take()).filter((problem) => problem !== 'uncaught: This thread does not start')).toEqual([]);
});

/** In the worker: after the second epoch, it is told once that a helper thread has failed. */
function tellOfFailure({ ended, failed }: { readonly ended: number; readonly failed: number }): void {
  const load = Atomics.load;
  let tells = false;
  Atomics.load = ((words: Int32Array, index: number) => {
    if (!tells || index !== ended) return load(words, index);
    tells = false;
    return failed;
  }) as typeof Atomics.load;
  const send = self.postMessage.bind(self);
  self.postMessage = ((message: never, ...rest: never[]) => {
    const { progress } = message as { progress?: { epoch?: { epoch: number } } };
    if (progress?.epoch?.epoch === 2) tells = true;
    send(message, ...rest);
  }) as typeof self.postMessage;
}

test('helper thread that fails in a round', async ({ page, notebook, undisturbed }) => {
  await plant(page, 'worker', tellOfFailure, { ended: ENDED, failed: 2 });
  await notebook.open(RUN);
  await notebook.press('train', 'Train');
  await expect(notebook.cell('train')).toContainText(
    /A training thread has failed\. WebAssembly SIMD, 1 thread continues after epoch \d+\./,
  );
  const last = undisturbed.epochs.at(-1)?.validationError ?? 0;
  // On one thread sums are added in another order.
  expect((await outcomeOf(notebook)).epochs.at(-1)?.validationError).toBeCloseTo(last, 3);
  await notebook.train();
  expect((await outcomeOf(notebook)).epochs.at(-1)?.validationError).toBeCloseTo(last, 3);
});
