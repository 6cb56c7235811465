import type { NotebookState } from '../../state/notebook-state.ts';

export const selectTakeAway = ({ takeAway }: NotebookState) => takeAway;
