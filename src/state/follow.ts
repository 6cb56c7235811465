import { latestOnly } from './latest-only.ts';
import type { NotebookState } from './notebook-state.ts';
import type { Following, SliceKit } from './slice.ts';

type Kit = Pick<SliceKit<keyof NotebookState>, 'getState' | 'setState' | 'subscribe' | 'run'>;
type Part = Parameters<Kit['run']>[0];

/** Asks again whenever the inputs are others, one call at a time. Returns what asks once more. */
export function follow<Inputs extends object>(
  { getState, setState, subscribe, run }: Kit,
  part: Part,
  { inputs: inputsOf, ask }: Following<Inputs, Partial<NotebookState>>,
): () => void {
  let known: Inputs | null = null;
  const update = latestOnly(() =>
    run(part, async (isNewest) => {
      const inputs = inputsOf(getState());
      if (inputs === null) return;
      const change = await ask(inputs);
      if (isNewest()) setState(change);
    }),
  );
  subscribe((state) => {
    const inputs = inputsOf(state);
    if (inputs === null || isSame(inputs, known)) return;
    known = inputs;
    update();
  });
  return update;
}

function isSame(a: object, b: object | null): boolean {
  if (b === null) return false;
  const [before, now] = [Object.entries(b), Object.entries(a)];
  return before.length === now.length && now.every(([name, value]) => Object.is(value, (b as Record<string, unknown>)[name]));
}
