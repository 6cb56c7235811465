/** When ratings were given, as table rows, one for each rating. */
export interface Periods {
  /** Which stretch of the data's whole time, 0 … periods − 1. */
  readonly periods: Int32Array;
  /** Which stretch of the user's own time: user · stretches a user + stretch. */
  readonly userPeriods: Int32Array;
}
