import type { StoreApi } from 'zustand/vanilla';
import { toErrorData } from '../core/errors.ts';
import { fetchPart } from '../core/fetch-part.ts';
import type { NotebookState } from './notebook-state.ts';
import type { Step, UndoState } from './undo-state.ts';

/** The one stack of what can be undone. */
export interface UndoStack {
  /** To be called once a step is done. */
  undoable<Value>(step: Step<Value>): void;
  /** Undoes the last step that still can be undone. A step that fails stays, and the toast says why. */
  undo(): Promise<void>;
  /** Does again what was undone last. */
  redo(): Promise<void>;
  dismissToast(): void;
}

const JOINED_MILLISECONDS = 1000;
const MOST_STEPS = 100;

export function createUndoStack(store: Pick<StoreApi<NotebookState>, 'getState' | 'setState'>): UndoStack {
  let last: { readonly step: Step; readonly at: number } | null = null;
  let underWay: Promise<void> = Promise.resolve();

  const change = (changed: Partial<UndoState>): void => store.setState(({ undone }) => ({ undone: { ...undone, ...changed } }));

  const isSameAsLast = (step: Step, top: Step | undefined): top is Step =>
    last !== null &&
    top === last.step &&
    step.name !== undefined &&
    step.name === top.name &&
    Date.now() - last.at < JOINED_MILLISECONDS;

  /** One after the other: what is put back takes a while where it is a file. */
  const move = (what: 'undo' | 'redo'): Promise<void> => {
    underWay = underWay.then(async () => {
      try {
        const { moveStep } = await fetchPart(() => import('./undo-moves.ts'));
        await moveStep(store, what);
      } catch (thrown) {
        const { message, remedy } = toErrorData(thrown);
        change({ toast: { words: `${message} ${remedy}`, offers: null } });
      }
    });
    return underWay;
  };

  return {
    undoable(done) {
      const { past } = store.getState().undone;
      const top = past.at(-1);
      const joins = isSameAsLast(done as Step, top);
      const step = (joins ? { ...done, before: top.before } : done) as Step;
      last = { step, at: Date.now() };
      const kept = joins ? past.slice(0, -1) : past.slice(1 - MOST_STEPS);
      change({ past: [...kept, step], future: [], toast: { words: step.words, offers: 'undo' } });
    },
    undo: () => move('undo'),
    redo: () => move('redo'),
    dismissToast: () => change({ toast: null }),
  };
}
