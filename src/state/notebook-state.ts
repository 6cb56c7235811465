import type { LabErrorData } from '../core/errors.ts';
import type { Configuration, Overrides, SettingName } from '../core/hyperparameters.ts';
import type { Preset } from '../core/presets.ts';
import type { SettingGroup } from '../core/settings/setting.ts';
import type { UndoState } from './undo-state.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** A part of the address that could not be used as it stands, and what was done instead. */
export interface AddressProblem {
  /** Where it is shown: at a group of settings, at the cell of this name, or at the head of the page. */
  readonly group: SettingGroup | (string & {});
  readonly message: string;
}

/**
 * The state of the page. What all cells share stands here; each cell's `contract.ts` adds its own part by declaration merging
 * (`declare module '…/state/notebook-state.ts'`), so that a new cell changes no file but its own.
 */
export interface NotebookState {
  /** Settings that differ from the model's defaults. */
  readonly overrides: Overrides;
  /** What the address held that could not be used, one sentence each. */
  readonly addressProblems: readonly AddressProblem[];
  readonly theme: ThemeChoice;
  /** Whether recommended movies have been in front of the visitor. */
  readonly hasLooked: boolean;
  /** A fault of the lab as a whole, such as a worker that did not start. */
  readonly labError: LabErrorData | null;
  /** What can be undone and done again. */
  readonly undone: UndoState;
  /** How often something was done that Back leads back from. */
  readonly landmarks: number;
}

/** Everything a view may do; views never set state themselves. Each cell's contract adds its own actions, as to the state. */
export interface NotebookActions {
  set<Name extends SettingName>(name: Name, value: Configuration[Name]): void;
  /** Sets several at once, which are undone at once. */
  setAll(settings: Partial<Configuration>): void;
  /** Sets everything that a preset decides. */
  takePreset(preset: Preset): void;
  /** Back to the model's defaults for some groups of settings. */
  reset(...groups: readonly SettingGroup[]): void;
  /** Puts these settings in the place of all that were set before. */
  takeSettings(overrides: Overrides): void;
  setTheme(theme: ThemeChoice): void;
  noteLooked(): void;
  /** Whoever sets something knows better than the address by now. */
  dismissAddressProblems(group: AddressProblem['group']): void;
  tellAddressProblem(problem: AddressProblem): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  dismissToast(): void;
  /** To be called when the lab as a whole is gone. */
  fail(error: LabErrorData): void;
}
