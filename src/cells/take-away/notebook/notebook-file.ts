import type { NotebookActions, NotebookState } from '../../../state/notebook-state.ts';
import { NOTEBOOK_PARTS } from '../../notebook-parts.ts';
import { ipynbOf, scriptOf } from './formats.ts';
import { notebookCells } from './notebook-cells.ts';
import { proseOf } from './prose.tsx';

/** The notebook as it is set, in Python. */
export function notebookFile(what: 'notebook' | 'script', state: NotebookState, actions: NotebookActions): Blob {
  const cells = notebookCells(NOTEBOOK_PARTS, state, ({ Explain }) => proseOf(Explain, state, actions));
  return new Blob([what === 'notebook' ? ipynbOf(cells) : scriptOf(cells)]);
}
