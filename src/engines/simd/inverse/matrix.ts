import { LabError } from '../../../core/errors.ts';
import type { CreateSymmetricMatrix } from '../../../core/symmetric-matrix.ts';
import { type Address, instantiate, type Kernels, RESERVED_BYTES } from '../kernels.ts';
import { createArena } from '../memory/arena.ts';
import { createMemory, floatsAt, type Heap, viewHeap } from '../memory/heap.ts';
import { blockColumns, strideOf } from '../memory/matrix.ts';
import { invertBlock } from './block.ts';

/** Rows that are swept at a time: the more, the less often the whole matrix passes through the cache. */
const BLOCK = 128;

/** Multiplications between two reports: some hundredths of a second. */
const SLICE_COST = 2 ** 27;

interface Sweep {
  readonly kernels: Kernels;
  readonly heap: Heap;
  /** Of the matrix, filled up with the identity to whole blocks. */
  readonly n: number;
  readonly stride: number;
  readonly matrix: Address;
  /** Rows of the block, over all columns; what they become; both packed; and the inverse of the block itself. */
  readonly rows: Address;
  readonly swept: Address;
  readonly left: Address;
  readonly right: Address;
  readonly inverse: Address;
  readonly zeros: Address;
}

/** Makes matrices that are inverted by the kernels of a module for memory of one thread. */
export function symmetricMatrices(module: WebAssembly.Module): CreateSymmetricMatrix {
  return (size) => {
    const n = blockColumns(size);
    const stride = strideOf(n);
    const arena = createArena(RESERVED_BYTES, 1, 0);
    const matrix = arena.shared(n * stride);
    const [rows, swept, left, right] = [0, 1, 2, 3].map(() => arena.shared(BLOCK * stride)) as [
      Address,
      Address,
      Address,
      Address,
    ];
    const [inverse, zeros] = [arena.shared(BLOCK * strideOf(BLOCK)), arena.shared(stride)];
    const memory = createMemory(arena.end, false);
    const kernels = instantiate(module, memory);
    const sweep: Sweep = { kernels, heap: viewHeap(memory), n, stride, matrix, rows, swept, left, right, inverse, zeros };
    for (let i = size; i < n; i++) floatsAt(sweep.heap, matrix + i * stride, n)[i] = 1;
    return {
      size,
      stride: stride / 4,
      values: floatsAt(sweep.heap, matrix, (n * stride) / 4),
      invert: () => invert(sweep),
    };
  };
}

/**
 * Sweeps one block of rows after another (Goodnight 1979, "A Tutorial on the SWEEP Operator"): with D the block on the diagonal and W its
 * rows, A becomes A − Wᵀ D⁻¹ W, its rows D⁻¹ W and the block −D⁻¹; in the end A is minus its inverse.
 */
function* invert(sweep: Sweep): Generator<number, void> {
  const { n } = sweep;
  for (let first = 0; first < n; first += BLOCK) {
    const count = Math.min(BLOCK, n - first);
    prepareBlock(sweep, first, count);
    yield* subtract(sweep, first, count);
    storeBlock(sweep, first, count);
  }
  yield* mirror(sweep);
}

/** Gathers the rows of the block from both sides of the diagonal, and works out what they become. */
function prepareBlock(sweep: Sweep, first: number, count: number): void {
  const { kernels: k, heap, n, stride, matrix, rows, swept, left, right, inverse, zeros } = sweep;
  const own = matrix + first * stride;
  k.transposeRows(rows, stride, matrix + 4 * first, stride, first, count);
  k.copyColumns(rows + 4 * first, stride, own + 4 * first, stride, count, n - first);
  const block = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    const row = floatsAt(heap, own + i * stride + 4 * first, count);
    for (let j = i; j < count; j++) block[i * count + j] = block[j * count + i] = row[j] as number;
  }
  if (!invertBlock(block, count)) throw singular();
  const blockStride = strideOf(BLOCK);
  for (let i = 0; i < count; i++) {
    floatsAt(heap, inverse + i * blockStride, count).set(block.subarray(i * count, (i + 1) * count));
    const row = floatsAt(heap, rows + i * stride + 4 * first, count);
    for (let j = 0; j < i; j++) row[j] = floatsAt(heap, rows + j * stride + 4 * first, count)[i] as number;
  }
  k.gemm(inverse, blockStride, 4, rows, stride, zeros, 0, swept, stride, count, n, count);
  k.packPanel(left, rows, stride, count, n, 4);
  k.packPanel(right, swept, stride, count, n, 8);
}

/** Takes the block's rows out of all columns, a few at a time. */
function* subtract({ kernels, n, stride, matrix, left, right }: Sweep, first: number, count: number): Generator<number, void> {
  for (let from = 0; from < n; ) {
    // Columns are as long as what is above the diagonal.
    const affordable = Math.floor(Math.sqrt(from ** 2 + (2 * SLICE_COST) / count));
    const to = Math.min(n, Math.max(from + 8, affordable - (affordable % 8)));
    kernels.subtractProduct(matrix, stride, left, right, count, from, to);
    from = to;
    yield shareOf(first, count, from, n);
  }
}

/** Of all work, when a block has been taken out of so many columns. */
const shareOf = (first: number, count: number, columns: number, n: number): number => (first + count * (columns / n) ** 2) / n;

/** Puts the swept rows in place, on and above the diagonal. */
function storeBlock({ kernels, heap, n, stride, matrix, swept, inverse }: Sweep, first: number, count: number): void {
  const own = matrix + first * stride + 4 * first;
  kernels.copyColumns(own, stride, swept + 4 * first, stride, count, n - first);
  kernels.transposeRows(matrix + 4 * first, stride, swept, stride, count, first);
  for (let i = 0; i < count; i++) {
    const row = floatsAt(heap, inverse + i * strideOf(BLOCK), count);
    floatsAt(heap, own + i * stride, count).set(row.map((value) => -value));
  }
}

/** Copies what is above the diagonal to below it. */
function* mirror({ kernels, heap, n, stride, matrix }: Sweep): Generator<number, void> {
  for (let first = 0; first < n; first += BLOCK) {
    const count = Math.min(BLOCK, n - first);
    const own = matrix + first * stride;
    kernels.transposeRows(own, stride, matrix + 4 * first, stride, first, count);
    for (let i = 1; i < count; i++) {
      const row = floatsAt(heap, own + i * stride + 4 * first, i);
      for (let j = 0; j < i; j++) row[j] = heap.floats[(own + j * stride) / 4 + first + i] as number;
    }
    yield 1;
  }
}

const singular = (): LabError =>
  new LabError('diverged', 'The matrix of movies is singular: it has no inverse.', 'Raise the regularisation.');
