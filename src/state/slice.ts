import type { CellEvent, CellRun } from '../core/cell-machine.ts';
import type { ClientOf } from '../lab/wire.ts';
import type { AddressProblem, NotebookActions, NotebookState } from './notebook-state.ts';
import type { PageUrls } from './page-urls.ts';
import type { UndoStack } from './undo.ts';

/** The parts of the state that go through the states of a cell: ready, running, paused, done, failed. */
export type RunnableKey<Keys extends keyof NotebookState> = {
  [Key in Keys]: NotebookState[Key] extends { readonly run: CellRun } ? Key : never;
}[Keys];

type Change<Keys extends keyof NotebookState> = Partial<Pick<NotebookState, Keys>>;

/** What a slice is given to work with. An action that can be undone says so by `undoable`, once it is done. */
export interface SliceKit<Keys extends keyof NotebookState> extends UndoStack {
  getState(): NotebookState;
  /** Changes the slice's own parts of the state. */
  setState(change: Change<Keys> | ((state: NotebookState) => Change<Keys>)): void;
  subscribe(listener: (now: NotebookState, before: NotebookState) => void): void;
  /**
   * Runs work as the run of a part: started, then finished or failed; ready again where it throws a LabError `cancelled`. The newest
   * run of a part is the one that counts.
   */
  run(part: RunnableKey<Keys>, work: (isNewest: () => boolean) => Promise<void>): Promise<void>;
  dispatch(part: RunnableKey<Keys>, event: CellEvent): void;
  /** Keeps a part of the state up with others, by a call at a time. Returns what asks once more. */
  follow<Inputs extends object>(part: RunnableKey<Keys>, following: Following<Inputs, Change<Keys>>): () => void;
  /** The calls of a contract to the lab; `folder` is where the contract stands, under `cells/`. */
  calls<Contract>(folder: string): ClientOf<Contract>;
  /** To be called by what changes so much of the address that Back should lead back from it. */
  landmark(): void;
  /** Those of all slices; not before all of them are made. */
  readonly actions: NotebookActions;
  readonly urls: PageUrls;
}

export interface Following<Inputs extends object, Changed> {
  /** What the answer depends on; null where there is nothing to ask yet. Inputs whose values are the same objects are the same. */
  inputs(state: NotebookState): Inputs | null;
  /** What the state becomes; of changes while a call is under way only the last is asked about. */
  ask(inputs: Inputs): Promise<(state: NotebookState) => Changed>;
}

/** The slice's part of the address: what makes the same address give the same state elsewhere. */
export interface AddressPart {
  /** The names that it reads and writes. */
  readonly names: readonly string[];
  /** Takes up what the address says, of its own names those that are there. Returns what could not be used. Never throws. */
  open(entries: ReadonlyMap<string, string>): readonly AddressProblem[];
  /** What the address is to say, in the order of the names; nothing of what is as it starts. */
  write(state: NotebookState): Readonly<Record<string, string>>;
}

/** What a slice does: its actions, and its part of the address. */
export interface SliceBehaviour<Actions extends keyof NotebookActions> {
  readonly actions: Pick<NotebookActions, Actions>;
  readonly address?: AddressPart;
}

/** Some parts of the state, how they start and what is done with them. Made by `defineSlice`. */
export interface Slice {
  readonly initial: Partial<NotebookState>;
  create(kit: SliceKit<keyof NotebookState>): { readonly actions: object; readonly address?: AddressPart };
}

/** Says which parts of the state a slice owns (those that it gives an initial value) and which actions it has. */
export function defineSlice<Keys extends keyof NotebookState, Actions extends keyof NotebookActions>(
  initial: Pick<NotebookState, Keys>,
  create: (kit: SliceKit<Keys>) => SliceBehaviour<Actions>,
): Slice {
  return { initial, create: create as unknown as Slice['create'] };
}
