/** Something that was done and can be undone. `Value` is what the step exchanged: settings, or whether a file is there. */
export interface Step<Value = unknown> {
  /** What was done, in one sentence. */
  readonly words: string;
  readonly before: Value;
  readonly after: Value;
  /** Puts `value` in the place of `instead`. False where something else has taken its place since: then the step is dropped. */
  put(value: Value, instead: Value): boolean | Promise<boolean>;
  /** Steps of one name that follow each other within a second are one: a slider makes many. Absent: never joined. */
  readonly name?: string;
}

/** What the toast says; `offers` is what its button does, null where it has none. */
export interface Toast {
  readonly words: string;
  readonly offers: 'undo' | 'redo' | null;
}

export interface UndoState {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  readonly toast: Toast | null;
}
