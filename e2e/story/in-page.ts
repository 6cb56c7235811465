import type { Message } from '../../src/lab/wire.ts';
import type { Query } from './driver.ts';

/** A query whose name is a pattern's source, as it travels to the page. */
export type PlainQuery = Omit<Query, 'name'> & { readonly pattern: string };

declare global {
  interface Window {
    story: {
      find(query: PlainQuery): HTMLElement | undefined;
      /** The element to act on next, and where it was when it was last looked at, in pixels. */
      found?: HTMLElement;
      place?: string;
      /** Looks in a row at which it was there. */
      looks?: number;
      lab?: Worker;
      readonly problems: string[];
    };
  }
}

/** Runs in the page: one way to find elements in every browser, and an eye on the lab and on what goes wrong. */
export function install(): void {
  if (Object.hasOwn(window, 'story')) return;
  const SELECTORS: Readonly<Record<Query['role'], string>> = {
    button: 'button',
    file: 'input[type=file]',
    figure: 'figure',
    img: '[role=img]',
    radio: 'input[type=radio]',
    slider: 'input[type=range]',
    table: 'table',
    textbox: 'input[type=text]',
  };
  const textOf = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: HTMLElement): string => {
    const label = element.getAttribute('aria-label');
    if (label !== null) return label;
    const labelledBy = element.getAttribute('aria-labelledby');
    if (labelledBy) return textOf(document.getElementById(labelledBy));
    return textOf((element as HTMLInputElement).labels?.[0] ?? element);
  };
  const find = ({ cell, role, pattern }: PlainQuery): HTMLElement | undefined => {
    const within = cell ? `[data-cell="${cell}"] ` : '';
    const all = [...document.querySelectorAll<HTMLElement>(within + SELECTORS[role])];
    const name = new RegExp(pattern);
    return all.find((element) => element.checkVisibility() && !element.matches(':disabled') && name.test(nameOf(element)));
  };
  const problems: string[] = [];
  window.story = { find, problems };
  addEventListener('error', ({ message }) => problems.push(`uncaught: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(`unhandled: ${reason}`));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    problems.push(`policy: ${effectiveDirective} forbids ${blockedURI}`);
  });
  const { error } = console;
  console.error = (...words) => {
    problems.push(`console: ${words.join(' ')}`);
    error.apply(console, words);
  };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, ...args: [unknown]) {
    if (typeof args[0] === 'object' && args[0] !== null && 'call' in args[0]) window.story.lab = this;
    post.apply(this, args);
  };
  // An element that is on its way cannot be clicked.
  document.documentElement.style.scrollBehavior = 'auto';
}

/** Runs in the page, ahead of its ratings: keeps it from saving itself for use offline, which takes a core from the test for seconds. */
export function saveNothing(): void {
  const { serviceWorker } = navigator;
  if (serviceWorker) serviceWorker.register = () => new Promise(() => {});
}

/**
 * Runs in the page: marks an element for the next act and brings it into view. Answers whether it is there and stands still: it was in
 * the same place the last times that this was asked. A click goes to a place, where a page that still grows may have put another button by then.
 */
export function aim(query: PlainQuery): boolean {
  const { story } = window;
  const found = story.find(query);
  found?.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = found?.getBoundingClientRect() ?? {};
  const place = [x, y, width, height].join();
  const isStill = found !== undefined && found === story.found && place === story.place;
  const looks = isStill ? (story.looks ?? 0) + 1 : 0;
  Object.assign(story, { found, place, looks });
  return looks >= 3;
}

/** Runs in the page: the lab's five movies for users, beside those that the page asks for. */
export function askLab(userIds: readonly number[]) {
  const FIRST_ID = 1_000_000;
  const { lab } = window.story;
  if (!lab) throw new Error('The page has not called its lab yet.');
  const answers = userIds.map(
    (userId, at) =>
      new Promise<Extract<Message, { kind: 'reply' }>['value']>((resolve) => {
        lab.addEventListener('message', ({ data }: MessageEvent<Message>) => {
          if (data.kind === 'reply' && data.id === FIRST_ID + at) resolve(data.value);
        });
        const args = { userId, count: 5, minRatings: 10 };
        lab.postMessage({ kind: 'call', id: FIRST_ID + at, call: 'recommend/recommend', args });
      }),
  );
  return Promise.all(answers);
}
