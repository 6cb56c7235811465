import type { Notebook } from '../../state/notebook.ts';

const KEY = 'matinee.keep-files';

/** The part of localStorage that is used. */
type AnswerStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Remembers whether files of one's own may be kept. `open` may throw where storage is barred: then the question comes again. */
export function rememberMayKeep({ store, actions }: Pick<Notebook, 'store' | 'actions'>, open: () => AnswerStorage): void {
  try {
    const storage = open();
    const answer = storage.getItem(KEY);
    if (answer === 'yes' || answer === 'no') actions.agreeToKeep(answer === 'yes');
    store.subscribe(({ kept: { mayKeepOwn } }, before) => {
      if (mayKeepOwn !== before.kept.mayKeepOwn) storage.setItem(KEY, mayKeepOwn ? 'yes' : 'no');
    });
  } catch {
    // As is said above.
  }
}
