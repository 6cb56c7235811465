import type { RunsView } from './contract.ts';

/** What of the view stays for the next visit. */
export type KeptView = Pick<RunsView, 'differencesOnly' | 'byHand'>;

/** The part of localStorage that is used. */
interface ViewStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEY = 'matinee.run-columns';

/** The columns that were chosen at the last visit; nothing where there was none, or where storage is barred. Never throws. */
export function readKeptView(open: () => ViewStorage): Partial<KeptView> {
  try {
    const { differencesOnly, byHand }: Readonly<Record<string, unknown>> = JSON.parse(open().getItem(KEY) ?? '{}');
    return {
      ...(typeof differencesOnly === 'boolean' ? { differencesOnly } : {}),
      ...(typeof byHand === 'object' && byHand !== null ? { byHand: onlySwitches(byHand) } : {}),
    };
  } catch {
    return {};
  }
}

const onlySwitches = (value: object): RunsView['byHand'] =>
  Object.fromEntries(Object.entries(value).filter(([, on]) => typeof on === 'boolean'));

/** Without storage the choice lasts as long as the page. Never throws. */
export function writeKeptView(open: () => ViewStorage, { differencesOnly, byHand }: KeptView): void {
  try {
    open().setItem(KEY, JSON.stringify({ differencesOnly, byHand }));
  } catch {
    // Barred or full: the columns matter less than what is kept there otherwise.
  }
}
