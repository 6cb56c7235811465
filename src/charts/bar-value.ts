export interface BarValue {
  readonly label: string;
  /** What stands at the axis, where the label is too long for it. */
  readonly tick?: string;
  readonly count: number;
}
