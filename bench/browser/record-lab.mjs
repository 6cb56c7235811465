// @ts-check
/** @typedef {import('../../src/lab/wire.ts').Message} Message */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * What the page and its lab said to each other; times in milliseconds of the page's clock, as the page's thread saw it.
 *
 * @typedef {object} Recording
 * @property {{ at: number, id: number, call: string }[]} requests
 * @property {{ at: number, message: Message }[]} messages
 * @property {number | null} clickedAt the last press of a button in the Train cell
 * @property {string | null} crash why the worker is gone
 */

/**
 * What the runs of the page have reported, with the time of each.
 *
 * @param {Recording} recording
 * @returns {{ at: number, event: import('../../src/core/run-report.ts').RunEvent }[]}
 */
export function runEventsOf({ messages }) {
  return messages.flatMap(({ at, message }) =>
    message.kind === 'progress' && /^train\/(start|restore)$/.test(message.call)
      ? [{ at, event: /** @type {import('../../src/core/run-report.ts').RunEvent} */ (message.progress) }]
      : [],
  );
}

/** Starts recording whatever the page loads next. @param {Page} page */
export async function recordLab(page) {
  await page.addInitScript(listen);
}

/** @param {Page} page @returns {Promise<Recording>} */
export async function recordingOf(page) {
  return await page.evaluate(() => /** @type {any} */ (window).recording);
}

/**
 * Waits until the lab has given so many answers that have a field.
 *
 * @param {Page} page
 * @param {string} field such as `outcome`, which only the summary of a run has
 * @param {number} count
 * @param {number} timeout milliseconds; 0 for none
 * @returns {Promise<void>}
 * @throws Error with the lab's own words when it fails instead
 */
export async function waitForAnswer(page, field, count, timeout) {
  const failure = await page.waitForFunction(
    ({ field, count }) => {
      const { messages, crash } = /** @type {{ recording: Recording }} */ (/** @type {unknown} */ (window)).recording;
      if (crash) return { failure: crash };
      const said = messages.map(({ message }) => message);
      const failed = said.find(({ kind }) => kind === 'failure');
      if (failed?.kind === 'failure') return { failure: `${failed.error.message} ${failed.error.remedy}` };
      const answers = said.filter((message) => message.kind === 'reply' && Object.hasOwn(Object(message.value), field));
      return answers.length >= count ? { failure: null } : false;
    },
    { field, count },
    { timeout, polling: 100 },
  );
  const { failure: words } = /** @type {{ failure: string | null }} */ (await failure.jsonValue());
  if (words !== null) throw new Error(words);
}

/** Runs in the page, ahead of its own scripts. */
function listen() {
  /** @type {Recording} */
  const recording = { requests: [], messages: [], clickedAt: null, crash: null };
  Object.assign(window, { recording });
  window.Worker = class extends Worker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      if (!options?.name?.startsWith('matinee-lab')) return;
      this.addEventListener('message', ({ data }) => {
        // Ports cannot be handed over to who reads the recording.
        if (data.kind !== 'helper') recording.messages.push({ at: performance.now(), message: data });
        if (data.kind === 'reply' && Object.hasOwn(Object(data.value), 'outcome')) performance.mark('bench:trained');
      });
      this.addEventListener('error', ({ message }) => {
        recording.crash = `The lab crashed: ${message}`;
      });
    }

    /** @override @param {import('../../src/lab/wire.ts').Request} request @param {any} [transfer] */
    postMessage(request, transfer) {
      if (request.kind === 'call') recording.requests.push({ at: performance.now(), id: request.id, call: request.call });
      super.postMessage(request, transfer);
    }
  };
  const onClick = (/** @type {MouseEvent} */ { target }) => {
    if (!(target instanceof Element) || !target.closest('[data-cell="train"] button')) return;
    recording.clickedAt = performance.now();
    performance.mark('bench:clicked');
  };
  // Ahead of every listener of the page.
  window.addEventListener('click', onClick, { capture: true });
}
