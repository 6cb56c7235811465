import type { CellName } from '../notebook.ts';

export type Role = 'button' | 'file' | 'figure' | 'img' | 'radio' | 'slider' | 'table' | 'textbox';

/** An element as a visitor would name it. */
export interface Query {
  /** Anywhere on the page where this is left out. */
  readonly cell?: CellName;
  readonly role: Role;
  /** The whole accessible name, or a pattern in it. */
  readonly name: string | RegExp;
}

/** One tab of a browser, with just what the story needs of it. */
export interface Driver {
  /** Opens an address and waits until its document is loaded. */
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page. It must name nothing outside itself; argument and result are JSON. */
  evaluate<Argument, Result>(work: (argument: Argument) => Result, argument: Argument): Promise<Awaited<Result>>;
  /** A click of the mouse into the middle of the element that `window.story.found` holds. */
  click(): Promise<void>;
  /** Picks a file in the input that `window.story.found` holds. */
  upload(path: string): Promise<void>;
  /** Presses a key, by its `KeyboardEvent.key`, on the element that has the focus. */
  press(key: string): Promise<void>;
  /** The size of what is drawn of the page, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** The errors that the browser logged in this tab so far. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

export interface Browser {
  readonly version: string;
  /** A tab that knows nothing of the others. */
  newTab(): Promise<Driver>;
  close(): Promise<void>;
}

/** Starts a browser whose downloads arrive in a folder. */
export type Launch = (downloads: string) => Promise<Browser>;
