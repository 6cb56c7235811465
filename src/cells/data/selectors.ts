import type { NotebookState } from '../../state/notebook-state.ts';
import { isOwn } from './keeping.ts';

/** Whether the visitor is to be asked if their files may be kept: once, with the first that could be. */
export const selectAsksToKeep = ({ data: { run, loaded }, kept }: NotebookState): boolean =>
  kept.mayKeepOwn === null && kept.run.phase !== 'failed' && run.phase === 'done' && loaded !== null && isOwn(loaded);

/** Whether there is anything to say of files that are kept. */
export const selectShowsKept = ({ kept: { run, sets, mayKeepOwn } }: NotebookState): boolean =>
  sets.length > 0 || run.phase === 'failed' || mayKeepOwn !== null;
