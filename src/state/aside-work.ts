import { isBusy } from '../core/cell-machine.ts';
import type { NotebookState } from './notebook-state.ts';

/** What trains in the background, which one at a time may. */
const NAMES = { repeat: 'the repeats', duel: 'the duel', sweep: 'the sweep' } as const;

/** Why nothing can be trained in the background now, in one sentence; null where it can. */
export function selectAsideWork(state: NotebookState): string | null {
  if (isBusy(state.data.run)) return 'Available once the data is loaded.';
  const going = (['repeat', 'duel', 'sweep'] as const).find((part) => isBusy(state[part].run));
  return going === undefined ? null : `Available once ${NAMES[going]} ${going === 'repeat' ? 'are' : 'is'} over.`;
}

/** Whether anything is done that goes before what is trained in the background. */
export const selectGoesFirst = ({ training, rateFinder, leakage, evaluate }: NotebookState): boolean =>
  [training, rateFinder, leakage, evaluate].some(({ run }) => isBusy(run));
