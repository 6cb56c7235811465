/**
 * A square matrix of 32-bit floats, row after row: element (i, j) is `values[i · stride + j]`. Where it is symmetric, what is on and above
 * the diagonal counts.
 */
export interface SymmetricMatrix {
  readonly size: number;
  readonly stride: number;
  readonly values: Float32Array;
  /**
   * Replaces a positive definite matrix by minus its inverse, all of it; yields the share that is done. Throws a LabError where it is
   * singular.
   */
  invert(): Generator<number, void>;
}

/** A matrix of zeros. Throws a LabError of code `no-memory` where there is no room for it. */
export type CreateSymmetricMatrix = (size: number) => SymmetricMatrix;
