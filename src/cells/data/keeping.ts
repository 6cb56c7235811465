import type { Answers } from '../../core/data-source.ts';
import { fetchPart } from '../../core/fetch-part.ts';
import type { KeptData } from '../../core/kept-files.ts';
import { grouplensFile, releaseOf } from '../../core/releases.ts';
import type { ClientOf } from '../../lab/wire.ts';
import { type DataChoice, type KeptChoice, ML_1M } from '../../state/data-choice.ts';
import type { SliceKit } from '../../state/slice.ts';
import type { DataCalls } from './contract.ts';

type Kit = Pick<SliceKit<'kept'>, 'getState' | 'setState' | 'run' | 'undoable'>;

/** The files of ratings that the browser keeps; the visitor's own only once they have agreed to it. */
export function createKeeping({ getState, setState, run, undoable }: Kit, calls: ClientOf<DataCalls>) {
  const show = (kept: KeptData): void => setState((state) => ({ kept: { ...state.kept, ...kept } }));

  const update = (call: () => Promise<KeptData>): Promise<void> =>
    run('kept', async (isNewest) => {
      const kept = await call();
      if (isNewest()) show(kept);
    });

  let listing: Promise<void> | null = null;
  const find = (): Promise<void> => {
    listing ??= update(() => calls.keptData());
    return listing;
  };

  const found = (is: (set: KeptData['sets'][number]) => boolean): KeptChoice | null => {
    const set = getState().kept.sets.find(is);
    return set ? { kind: 'kept', ...set } : null;
  };

  /** What was loaded is kept where it is worth it and may be. */
  const keep = (choice: DataChoice | null, answers: Answers): void => {
    if (choice === null || !isWorthKeeping(choice, answers)) return;
    if (!isOwn(choice) || getState().kept.mayKeepOwn) void update(() => calls.keepData());
  };

  return {
    find,
    found,
    keep,
    ml1m: () => found(({ sha256 }) => releaseOf(sha256) === ML_1M),
    actions: {
      forgetKept: (id: string) =>
        update(async () => {
          const { forgetFile } = await fetchPart(() => import('./forget-file.ts'));
          const { kept, step } = await forgetFile(
            calls,
            found((set) => set.id === id),
            id,
            show,
          );
          if (step) undoable(step);
          return kept;
        }),
      keepOwnFiles(mayKeepOwn: boolean) {
        setState(({ kept }) => ({ kept: { ...kept, mayKeepOwn } }));
        const { loaded, loadedAnswers } = getState().data;
        keep(loaded, loadedAnswers);
      },
      agreeToKeep: (mayKeepOwn: boolean) => setState(({ kept }) => ({ kept: { ...kept, mayKeepOwn } })),
    },
  };
}

/** A file of the visitor's, or one from an address that they typed: it may hold what nobody else is to see. */
export const isOwn = (choice: DataChoice): boolean =>
  choice instanceof File || (typeof choice === 'object' && choice.kind === 'url' && grouplensFile(choice.url) === null);

/** Not what comes with the page, is made by it or is kept already, unless that is read in another way now. */
const isWorthKeeping = (choice: DataChoice, { mapping, wide, format, tables }: Answers): boolean =>
  choice === 'ml-1m' ||
  (typeof choice === 'object' && (!('kind' in choice) || choice.kind === 'url' || Boolean(mapping ?? wide ?? format ?? tables)));
