import type { ComponentType } from 'react';
import type { CellStatus } from '../core/cell-machine.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import type { AddressProblem } from '../state/url-hash.ts';

/** A cell of the notebook as data: a folder with a `definition.ts` that exports one of these is a cell. */
export interface CellDefinition {
  /** Unique; names the cell in the page (`data-cell`). */
  readonly id: string;
  /** Where it stands in the notebook, from 1; also the number it shows. */
  readonly order: number;
  readonly title: string;
  /** One sentence, true of what is chosen. */
  readonly selectPurpose: (state: NotebookState) => string;
  /** Which problems of the address are shown here. */
  readonly problemGroups: readonly AddressProblem['group'][];
  readonly selectStatus: (state: NotebookState) => CellStatus;
  /** The result in a few words, for the outline; null where there is none. */
  readonly selectDigest: (state: NotebookState) => string | null;
  /** Controls, primary action, output and provenance. */
  readonly Component: ComponentType;
  /** Prose and formulas, tied to the live values. */
  readonly Explain: ComponentType;
  /** The cell as a notebook user would write it in Python, with the current settings. */
  readonly selectCode: (state: NotebookState) => string;
}
