import type { StoreApi } from 'zustand/vanilla';
import type { NotebookState } from './notebook-state.ts';
import type { Toast } from './undo-state.ts';

interface Way {
  readonly from: 'past' | 'future';
  readonly to: 'past' | 'future';
  readonly value: 'before' | 'after';
  readonly instead: 'before' | 'after';
  readonly words: string;
  readonly offers: 'undo' | 'redo';
}

const WAYS: Readonly<Record<'undo' | 'redo', Way>> = {
  undo: { from: 'past', to: 'future', value: 'before', instead: 'after', words: 'Undone:', offers: 'redo' },
  redo: { from: 'future', to: 'past', value: 'after', instead: 'before', words: 'Done again:', offers: 'undo' },
};

type Store = Pick<StoreApi<NotebookState>, 'getState' | 'setState'>;

/** Undoes or does again the last step that still can be; those that cannot are dropped. Throws what the step throws, which then stays. */
export async function moveStep({ getState, setState }: Store, what: 'undo' | 'redo'): Promise<void> {
  const { from, to, value, instead, words, offers } = WAYS[what];
  for (;;) {
    const step = getState().undone[from].at(-1);
    if (step === undefined) return;
    const done = await step.put(step[value], step[instead]);
    const { undone } = getState();
    const rest = undone[from].filter((other) => other !== step);
    const toast: Toast = { words: `${words} ${step.words}`, offers };
    setState({ undone: { ...undone, [from]: rest, ...(done && { [to]: [...undone[to], step], toast }) } });
    if (done) return;
  }
}
