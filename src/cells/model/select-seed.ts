import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';

export const selectSeed = (state: NotebookState): number => selectConfiguration(state).seed;
