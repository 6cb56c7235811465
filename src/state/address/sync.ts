import type { Notebook } from '../notebook.ts';

/** The parts of a window that hold the address. */
export interface AddressBar {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'hashchange', listener: () => void): void;
}

/** Browsers allow about a hundred changes of the address in ten seconds; a slider makes more. */
const REST_MILLISECONDS = 250;

/**
 * Opens what the address says, now and whenever it is changed by hand or by Back, and keeps it up with the state. What was a landmark
 * makes an entry of the browser's history; all else changes the one there is.
 */
export function syncAddress({ store, open, address }: Pick<Notebook, 'store' | 'open' | 'address'>, bar: AddressBar): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = '';
  const read = (): void => {
    known = bar.location.hash;
    open(known);
  };
  let passed = 0;
  const write = (): void => {
    const { pathname, search, hash } = bar.location;
    const wanted = address();
    const { landmarks } = store.getState();
    const how = landmarks === passed ? 'replaceState' : 'pushState';
    passed = landmarks;
    // What was changed by hand a moment ago is still to be read.
    if (wanted === hash || hash !== known) return;
    bar.history[how](null, '', `${pathname}${search}${wanted}`);
    known = bar.location.hash;
  };
  read();
  bar.addEventListener('hashchange', read);
  let written = address();
  store.subscribe((now, before) => {
    const wanted = address();
    if (wanted === written && now.landmarks === before.landmarks) return;
    written = wanted;
    clearTimeout(timer);
    timer = setTimeout(write, REST_MILLISECONDS);
  });
}
