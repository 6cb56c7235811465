import type { Notebook } from '../../state/notebook.ts';

const KEY = 'matinee.terms';

/** The part of localStorage that is used. */
interface AgreementStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** Remembers whose terms of use were agreed to. `open` may throw where storage is barred. */
export function keepAgreements({ store, actions }: Pick<Notebook, 'store' | 'actions'>, open: () => AgreementStorage): void {
  try {
    const storage = open();
    actions.agreeTo(read(storage.getItem(KEY)));
    store.subscribe((now, before) => {
      if (now.agreed !== before.agreed) storage.setItem(KEY, now.agreed.join(' '));
    });
  } catch {
    // Without storage the question comes again at the next visit.
  }
}

const read = (text: string | null): readonly string[] => (text ?? '').split(' ').filter((name) => /^[\w.-]{1,40}$/.test(name));
