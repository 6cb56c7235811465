import type { Notebook } from './notebook.ts';
import { selectNamedData } from './selectors.ts';
import { readHash, writeHash } from './url-hash.ts';

/** The parts of a window that hold the address. */
export interface AddressBar {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  addEventListener(type: 'hashchange', listener: () => void): void;
}

/** Browsers allow about a hundred changes of the address in ten seconds; a slider makes more. */
const REST_MILLISECONDS = 250;

/** Opens what the address says, now and whenever it is changed by hand, and keeps it up with the settings. */
export function syncAddress({ store, actions }: Pick<Notebook, 'store' | 'actions'>, bar: AddressBar): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = (): void => actions.open(readHash(bar.location.hash));
  const write = (): void => {
    const state = store.getState();
    const { pathname, search, hash } = bar.location;
    const wanted = writeHash(state.overrides, state.recommend.userText, selectNamedData(state));
    if (wanted !== hash) bar.history.replaceState(null, '', `${pathname}${search}${wanted}`);
  };
  read();
  bar.addEventListener('hashchange', read);
  store.subscribe((now, before) => {
    const isSame =
      now.overrides === before.overrides &&
      now.recommend.userText === before.recommend.userText &&
      selectNamedData(now) === selectNamedData(before);
    if (isSame) return;
    clearTimeout(timer);
    timer = setTimeout(write, REST_MILLISECONDS);
  });
}
