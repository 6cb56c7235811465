import type { ComponentType } from 'react';
import type { CellStatus } from '../core/cell-machine.ts';
import type { AddressProblem, NotebookState } from '../state/notebook-state.ts';
import type { Slice } from '../state/slice.ts';

/** A cell of the notebook as data; `list.ts` names them in their order. */
export interface CellDefinition {
  /** Unique; names the cell in the page (`data-cell`). */
  readonly id: string;
  readonly title: string;
  /** One sentence, true of what is chosen. */
  readonly selectPurpose: (state: NotebookState) => string;
  /** Its parts of the state. */
  readonly slices: readonly Slice[];
  /** Which problems of the address are shown here. */
  readonly problemGroups: readonly AddressProblem['group'][];
  readonly selectStatus: (state: NotebookState) => CellStatus;
  /** The word shown for the status “done”, where nothing was run. */
  readonly doneWord?: string;
  /** The result in a few words, for the outline; null where there is none. */
  readonly selectDigest: (state: NotebookState) => string | null;
  /** The result in a sentence, for the head of the page; nothing where there is none. */
  readonly Summary?: ComponentType;
  /** Controls, primary action, output and provenance. */
  readonly Component: ComponentType;
  /** Prose and formulas, tied to the live values. */
  readonly Explain: ComponentType;
  /** The cell as a notebook user would write it in Python, with the current settings; asked for when it is first shown. */
  readonly fetchCode: () => Promise<SelectCode>;
}

export type SelectCode = (state: NotebookState) => string;
