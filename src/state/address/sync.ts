import type { Notebook } from '../notebook.ts';

/** The parts of a window that hold the address. */
export interface AddressBar {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  addEventListener(type: 'hashchange', listener: () => void): void;
}

/** Browsers allow about a hundred changes of the address in ten seconds; a slider makes more. */
const REST_MILLISECONDS = 250;

/** Opens what the address says, now and whenever it is changed by hand, and keeps it up with the state. */
export function syncAddress({ store, open, address }: Pick<Notebook, 'store' | 'open' | 'address'>, bar: AddressBar): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = '';
  const read = (): void => {
    known = bar.location.hash;
    open(known);
  };
  const write = (): void => {
    const { pathname, search, hash } = bar.location;
    const wanted = address();
    // What was changed by hand a moment ago is still to be read.
    if (wanted === hash || hash !== known) return;
    bar.history.replaceState(null, '', `${pathname}${search}${wanted}`);
    known = bar.location.hash;
  };
  read();
  bar.addEventListener('hashchange', read);
  let written = address();
  store.subscribe(() => {
    const wanted = address();
    if (wanted === written) return;
    written = wanted;
    clearTimeout(timer);
    timer = setTimeout(write, REST_MILLISECONDS);
  });
}
