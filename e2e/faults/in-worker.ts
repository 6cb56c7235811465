import type { Page, Route } from '@playwright/test';

type Script = 'worker' | 'thread';

/**
 * Runs `fault` in front of the script of the lab's worker, or of a helper thread, in the first worker that loads it alone: the one
 * that takes its place is sound. The function runs there, so it may use nothing from outside but its argument. Returns what tells
 * whether a worker has it.
 */
export async function plant<Argument>(
  page: Page,
  script: Script,
  fault: (argument: Argument) => void,
  argument: Argument,
): Promise<() => boolean> {
  let planted = false;
  await page.context().route(new RegExp(`/assets/${script}-[\\w-]+\\.js$`), async (route: Route) => {
    if (planted) return await route.fallback();
    const response = await route.fetch();
    const body = await response.text();
    // An entry that does no more than import would run the fault behind what it imports.
    planted = !/^import[^;]*;\s*(\/\/.*)?\s*$/.test(body);
    await route.fulfill({ response, body: planted ? `(${fault})(${JSON.stringify(argument)});${body}` : body });
  });
  return () => planted;
}

/**
 * A moment in the lab's work. `training` is the end of an epoch, but not before a state of the run is kept; `saving` is the writing of
 * such a state: the n-th, from 1.
 */
export type Moment =
  | { readonly at: 'loading' }
  | { readonly at: 'splitting' }
  | { readonly at: 'preparing' }
  | { readonly at: 'training'; readonly epoch: number }
  | { readonly at: 'scoring'; readonly times: number }
  | { readonly at: 'saving'; readonly times: number };

/** Ends the lab's worker in the midst of what it does at a moment, which it does not get done. */
export async function endWorkerAt(page: Page, moment: Moment): Promise<void> {
  await page.addInitScript(endWorkersThatHang);
  await plant(page, 'worker', hangAt, moment);
}

/** The lab's worker stands still at a moment, until its page is closed or it is ended. */
export async function hangWorkerAt(page: Page, moment: Moment): Promise<void> {
  await plant(page, 'worker', hangAt, moment);
}

/** In the page. */
function endWorkersThatHang(): void {
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'hangs') this.terminate();
      });
    }
  };
}

/** In the worker: tells the page that the moment has come, and hangs, so that it is ended just there. */
function hangAt(moment: Moment): void {
  const send = self.postMessage.bind(self);
  let times = 0;
  let kept = false;
  let trained = false;
  const hang = (): void => {
    send({ kind: 'hangs' });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
  const count = (): void => {
    if ('times' in moment && ++times === moment.times) hang();
  };
  if (moment.at === 'loading') {
    self.DecompressionStream = class extends DecompressionStream {
      constructor(format: CompressionFormat) {
        super(format);
        hang();
      }
    };
  }
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    const request = put.apply(this, args);
    if (this.name !== 'run-states') return request;
    if (moment.at === 'saving') count();
    this.transaction.addEventListener('complete', () => {
      kept = true;
      if (trained) hang();
    });
    return request;
  };
  self.postMessage = ((message: never, ...rest: never[]) => {
    const { progress, value } = message as { progress?: { kind?: string; epoch?: { epoch: number } }; value?: object };
    if (moment.at === 'splitting' && value && 'strips' in value) hang();
    if (moment.at === 'scoring' && value && 'favourites' in value) count();
    if (moment.at === 'preparing' && progress?.kind === 'run-started') hang();
    trained ||= moment.at === 'training' && progress?.epoch?.epoch === moment.epoch;
    if (trained && kept) hang();
    send(message, ...rest);
  }) as typeof self.postMessage;
}
