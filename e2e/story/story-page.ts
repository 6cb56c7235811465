import { expect } from '@playwright/test';
import type { Recommendation } from '../../src/cells/recommend/contract.ts';
import type { CellName, Status } from '../notebook.ts';
import type { Driver, Query } from './driver.ts';
import { aim, askLab, install, type PlainQuery, saveNothing } from './in-page.ts';

/** Milliseconds between looks: by themselves assertions look again after a second only. */
const intervals = [50, 100, 200];

/** The page as a visitor uses it, in any browser. Whatever is asked for is waited for. */
export class StoryPage {
  readonly #driver: Driver;
  readonly #address: string;
  readonly #pictures: string;

  constructor(driver: Driver, address: string, pictures: string) {
    this.#driver = driver;
    this.#address = address;
    this.#pictures = pictures;
  }

  /** Opens the page and waits for the ratings; `saved`: and lets it save itself for use offline. */
  async open(hash = '', { saved = false } = {}): Promise<void> {
    await this.#driver.open(this.#address + hash);
    if (!saved) await this.#driver.evaluate(saveNothing, null);
    await this.#ready();
  }

  async reload(): Promise<void> {
    await this.#driver.reload();
    await this.#ready();
  }

  async #ready(): Promise<void> {
    await this.#driver.evaluate(install, null);
    await this.expectStatus('data', 'done');
  }

  async press(name: string | RegExp, cell?: CellName): Promise<void> {
    await this.#aim({ ...(cell && { cell }), role: 'button', name });
    await this.#driver.click();
  }

  async upload(path: string): Promise<void> {
    await this.#aim({ cell: 'data', role: 'file', name: 'Open a MovieLens zip or ratings file' });
    await this.#driver.upload(path);
  }

  /** Presses a key on an element. */
  async key(key: string, query: Query): Promise<void> {
    await this.#focus(query);
    await this.#driver.press(key);
  }

  /** Replaces what a field holds, and presses Enter. */
  async type(text: string, query: Omit<Query, 'role'>): Promise<void> {
    await this.#focus({ ...query, role: 'textbox' });
    for (const key of [...text, 'Enter']) await this.#driver.press(key);
  }

  async #focus(query: Query): Promise<void> {
    await this.#aim(query);
    await this.#driver.evaluate(() => {
      const { found } = window.story;
      found?.focus();
      if (found instanceof HTMLInputElement && found.type === 'text') found.select();
    }, null);
  }

  async #aim(query: Query): Promise<void> {
    const asked = plain(query);
    await expect.poll(() => this.#driver.evaluate(aim, asked), { message: describe(query), intervals: [0, 100] }).toBe(true);
  }

  async expectShown(query: Query): Promise<void> {
    const look = () => this.#driver.evaluate((asked) => window.story.find(asked) !== undefined, plain(query));
    await expect.poll(look, { message: describe(query), timeout: 30_000, intervals }).toBe(true);
  }

  async expectValue(value: string, query: Omit<Query, 'role'>): Promise<void> {
    const read = (asked: PlainQuery) => (window.story.find(asked) as HTMLInputElement | undefined)?.value;
    const asked = plain({ ...query, role: 'textbox' });
    await expect.poll(() => this.#driver.evaluate(read, asked), { message: describe(query), intervals }).toBe(value);
  }

  async expectStatus(cell: CellName, status: Status, timeout = 60_000): Promise<void> {
    const selector = `[data-cell="${cell}"]`;
    await expect.poll(() => this.#attribute(selector, 'data-status'), { message: `${cell} is`, timeout, intervals }).toBe(status);
  }

  async #attribute(selector: string, name: string): Promise<string | null | undefined> {
    return await this.evaluate(([at, of]) => document.querySelector(at)?.getAttribute(of), [selector, name] as const);
  }

  async expectText(cell: CellName, text: string | RegExp, timeout = 15_000): Promise<void> {
    await expect.poll(() => this.text(cell), { message: `${cell} says`, timeout, intervals }).toMatch(asPattern(text, ''));
  }

  /** What is to be read in a cell. */
  async text(cell: CellName): Promise<string> {
    return await this.evaluate((name) => document.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.innerText ?? '', cell);
  }

  /** How many elements a selector finds. */
  async count(selector: string): Promise<number> {
    return await this.evaluate((all) => document.querySelectorAll(all).length, selector);
  }

  /** The recommended movies as they are shown: title, genres, stars. */
  async tickets(): Promise<readonly string[]> {
    return await this.evaluate(
      (selector) => [...document.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText),
      '[data-cell="recommend"] section[aria-labelledby="tickets-title"] li',
    );
  }

  /** The lab's five movies for users, with all digits. */
  async recommend(userIds: readonly number[]): Promise<readonly Recommendation[]> {
    return (await this.evaluate(askLab, userIds)) as Recommendation[];
  }

  async train(timeout = 120_000): Promise<void> {
    const isReady = async () => (await this.#attribute('[data-cell="train"]', 'data-status')) === 'ready';
    // WebKit anchors no scrolling: what comes in above may move the button away between the look at it and the press.
    await expect(async () => {
      await this.press(/^Train( again)?$/, 'train');
      await expect.poll(isReady, { timeout: 3000, intervals }).toBe(false);
    }).toPass({ timeout: 40_000 });
    await this.expectStatus('train', 'done', timeout);
  }

  async evaluate<Argument, Result>(work: (argument: Argument) => Result, argument: Argument): Promise<Awaited<Result>> {
    return await this.#driver.evaluate(work, argument);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#driver.resize(width, height);
  }

  async picture(state: string): Promise<void> {
    await this.#driver.screenshot(`${this.#pictures}-${state}.png`);
  }

  /** What went wrong in the browser behind the story's back. */
  async problems(): Promise<readonly string[]> {
    return [...this.#driver.problems, ...(await this.evaluate(() => window.story?.problems ?? [], null))];
  }
}

const plain = ({ name, ...query }: Query): PlainQuery => ({ ...query, pattern: asPattern(name, 'whole').source });

function asPattern(text: string | RegExp, part: 'whole' | ''): RegExp {
  if (typeof text !== 'string') return text;
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(part ? `^${literal}$` : literal);
}

const describe = ({ name, cell, role = 'textbox' }: Partial<Query>): string => `${role} ${name}${cell ? ` in ${cell}` : ''}`;
