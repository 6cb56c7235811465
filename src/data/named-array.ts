/** A named table or column of a file of arrays, row-major. */
export interface NamedArray {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array | readonly string[];
}
