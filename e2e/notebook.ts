import { expect, type Locator, type Page } from '@playwright/test';
import type { Recommendation } from '../src/cells/recommend/contract.ts';
import type { RunEvent } from '../src/core/run-report.ts';
import type { Message } from '../src/lab/wire.ts';

export type CellName =
  | 'data'
  | 'explore'
  | 'split'
  | 'model'
  | 'train'
  | 'recommend'
  | 'evaluate'
  | 'embeddings'
  | 'sweep'
  | 'runs'
  | 'take-away';
export type Status = 'ready' | 'running' | 'paused' | 'done' | 'stale' | 'failed';

declare global {
  interface Window {
    /** Every message of the lab worker, oldest first. */
    labMessages: Message[];
    labWorker: Worker;
  }
}

/** The page as a visitor uses it. */
export class Notebook {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits for the ratings. */
  async open(hash = ''): Promise<void> {
    await this.goto(hash);
    await this.expectStatus('data', 'done');
  }

  async goto(hash = ''): Promise<void> {
    await this.page.addInitScript(listenToWorker);
    await this.page.goto(`./${hash}`);
  }

  cell(name: CellName): Locator {
    return this.page.locator(`[data-cell="${name}"]`);
  }

  /** The recommended movies. */
  get tickets(): Locator {
    return this.cell('recommend')
      .getByRole('region', { name: /^For user/ })
      .getByRole('listitem');
  }

  async expectStatus(name: CellName, status: Status, timeout = 30_000): Promise<void> {
    const isSo = ([cell, wanted]: readonly [CellName, Status]) =>
      document.querySelector(`[data-cell="${cell}"]`)?.getAttribute('data-status') === wanted;
    // The page looks every 50 ms; an assertion would look every second. It is there for its message.
    await this.page
      .waitForFunction(isSo, [name, status] as const, { timeout, polling: 50 })
      .catch(() => expect(this.cell(name)).toHaveAttribute('data-status', status, { timeout: 1 }));
  }

  async press(cell: CellName, name: string | RegExp): Promise<void> {
    await this.cell(cell).getByRole('button', { name }).click();
  }

  /** Presses a button and then the next one as soon as it is there: Playwright's own second click may come after short work has ended. */
  async pressInTurn(cell: CellName, first: string, second: string): Promise<void> {
    await this.cell(cell).evaluate(
      async (section, [first, second]) => {
        const find = (name: string | undefined) =>
          [...section.querySelectorAll('button')].find((button) => button.textContent?.trim() === name);
        find(first)?.click();
        while (!find(second)) await new Promise(requestAnimationFrame);
        find(second)?.click();
      },
      [first, second],
    );
  }

  /** Trains to the end of the run. */
  async train(): Promise<void> {
    await this.press('train', /^Train( again)?$/);
    await this.expectStatus('train', 'done', 120_000);
  }

  async setNumber(cell: CellName, label: string, value: string): Promise<void> {
    const field = this.cell(cell)
      .getByRole('spinbutton', { name: label })
      .or(this.cell(cell).getByRole('textbox', { name: label }));
    await field.fill(value);
    await field.press('Enter');
  }

  async pickUser(text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'User ID' });
    await field.fill(text);
    await field.press('Enter');
  }

  /** What the lab has said so far. */
  async messages(): Promise<Message[]> {
    return await this.page.evaluate(() => window.labMessages);
  }

  /** What the runs of this page have reported so far. */
  async runEvents(): Promise<RunEvent[]> {
    return await this.page.evaluate(() =>
      window.labMessages.flatMap((message) =>
        message.kind === 'progress' && /^train\/(start|restore)$/.test(message.call) ? [message.progress as RunEvent] : [],
      ),
    );
  }

  /** The lab's recommendations for many users, beside the page. */
  async recommend(userIds: readonly number[]): Promise<Recommendation[]> {
    return await this.page.evaluate(async (ids) => {
      const firstId = 1_000_000;
      const answers: Recommendation[] = [];
      await new Promise<void>((resolve) => {
        window.labWorker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
          if (data.kind !== 'reply' || data.id < firstId) return;
          answers[data.id - firstId] = data.value as Recommendation;
          if (data.id === firstId + ids.length - 1) resolve();
        });
        for (const [at, userId] of ids.entries()) {
          const args = { userId, count: 5, minRatings: 1 };
          window.labWorker.postMessage({ kind: 'call', id: firstId + at, call: 'recommend/recommend', args });
        }
      });
      return answers;
    }, userIds);
  }
}

function listenToWorker(): void {
  window.labMessages = [];
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (!options?.name?.startsWith('matinee-lab')) return;
      window.labWorker = this;
      // Ports cannot be handed over to who reads what was said.
      this.addEventListener('message', ({ data }) => data.kind !== 'helper' && window.labMessages.push(data));
    }
  };
}
