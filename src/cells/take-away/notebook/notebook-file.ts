import type { NotebookState } from '../../../state/notebook-state.ts';
import { NOTEBOOK_PARTS } from '../../notebook-parts.ts';
import type { PythonName } from '../contract.ts';
import { ipynbOf, scriptOf } from './formats.ts';
import { notebookCells } from './notebook-cells.ts';
import { proseOf } from './prose.tsx';

/** The notebook as it is set, in Python. */
export function notebookFile(what: PythonName, state: NotebookState): Blob {
  const cells = notebookCells(NOTEBOOK_PARTS, state, ({ Explain }) => proseOf(Explain));
  return new Blob([what === 'notebook' ? ipynbOf(cells) : scriptOf(cells)]);
}
