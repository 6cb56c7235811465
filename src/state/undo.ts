import type { StoreApi } from 'zustand/vanilla';
import { toErrorData } from '../core/errors.ts';
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

export function createUndoStack({ getState, setState }: Pick<StoreApi<NotebookState>, 'getState' | 'setState'>): UndoStack {
  let last = { step: null as Step | null, at: 0 };
  let underWay: Promise<void> = Promise.resolve();

  const change = (changed: Partial<UndoState>): void => setState((state) => ({ undone: { ...state.undone, ...changed } }));

  const joined = (step: Step): Step | null => {
    const top = getState().undone.past.at(-1);
    const isOne = top === last.step && top?.name !== undefined && top.name === step.name;
    return isOne && Date.now() - last.at < JOINED_MILLISECONDS ? { ...step, before: top.before } : null;
  };

  const move = async (way: Way): Promise<void> => {
    const step = getState().undone[way.from].at(-1);
    if (step === undefined) return;
    try {
      const done = await step.put(step[way.value], step[way.instead]);
      const rest = getState().undone[way.from].filter((other) => other !== step);
      if (!done) {
        change({ [way.from]: rest });
        return await move(way);
      }
      const toast = { words: `${way.words} ${step.words}`, offers: way.offers };
      change({ [way.from]: rest, [way.to]: [...getState().undone[way.to], step], toast });
    } catch (thrown) {
      const { message, remedy } = toErrorData(thrown);
      change({ toast: { words: `${message} ${remedy}`, offers: null } });
    }
  };

  /** One after the other: what is put back takes a while where it is a file. */
  const inTurn = (way: Way): Promise<void> => {
    underWay = underWay.then(() => move(way));
    return underWay;
  };

  return {
    undoable(done) {
      const step = done as Step;
      const { past } = getState().undone;
      const one = joined(step);
      last = { step: one ?? step, at: Date.now() };
      const kept = one ? past.slice(0, -1) : past.slice(1 - MOST_STEPS);
      change({ past: [...kept, last.step as Step], future: [], toast: { words: step.words, offers: 'undo' } });
    },
    undo: () => inTurn(BACK),
    redo: () => inTurn(FORTH),
    dismissToast: () => change({ toast: null }),
  };
}

interface Way {
  readonly from: 'past' | 'future';
  readonly to: 'past' | 'future';
  readonly value: 'before' | 'after';
  readonly instead: 'before' | 'after';
  readonly words: string;
  readonly offers: 'undo' | 'redo';
}

const BACK: Way = { from: 'past', to: 'future', value: 'before', instead: 'after', words: 'Undone:', offers: 'redo' };
const FORTH: Way = { from: 'future', to: 'past', value: 'after', instead: 'before', words: 'Done again:', offers: 'undo' };
