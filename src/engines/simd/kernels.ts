/** A byte offset in the WebAssembly memory. */
export type Address = number;

/** What the WebAssembly module exports; each kernel is described in assembly/. Strides and spans are in bytes. */
export interface Kernels {
  heapBase(): Address;
  layOut(examples: Address, words: number, positions: Address, count: number, columns: Address, columnStride: number): void;
  layOutPacked(
    examples: Address,
    targets: Address,
    positions: Address,
    count: number,
    columns: Address,
    columnStride: number,
  ): void;
  gatherRows(
    table: Address,
    tableStride: number,
    indices: Address,
    count: number,
    width: number,
    out: Address,
    outStride: number,
  ): void;
  addGathered(table: Address, tableStride: number, indices: Address, count: number, out: Address): void;
  placeRows(
    table: Address,
    tableStride: number,
    indices: Address,
    count: number,
    width: number,
    from: Address,
    fromStride: number,
  ): void;
  addRows(
    left: Address,
    leftStride: number,
    lefts: Address,
    right: Address,
    rightStride: number,
    rights: Address,
    count: number,
    span: number,
    out: Address,
    outStride: number,
  ): void;
  copyColumns(to: Address, toStride: number, from: Address, fromStride: number, rows: number, width: number): void;
  transposeRows(to: Address, toStride: number, from: Address, fromStride: number, rows: number, columns: number): void;
  groupByRow(
    indices: Address,
    count: number,
    from: number,
    to: number,
    slotOf: Address,
    own: Address,
    rows: Address,
    ends: Address,
    positions: Address,
  ): number;
  pairDots(
    left: Address,
    leftStride: number,
    right: Address,
    rightStride: number,
    span: number,
    lefts: Address,
    rights: Address,
    count: number,
    out: Address,
  ): void;
  settleRows(
    table: Address,
    stride: number,
    offset: number,
    span: number,
    rows: Address,
    slots: number,
    stamps: Address,
    steps: Address,
  ): number;
  settleRange(
    table: Address,
    stride: number,
    offset: number,
    span: number,
    from: number,
    to: number,
    stamps: Address,
    steps: Address,
    keeps: Address,
    t: number,
  ): void;
  sumBags(
    table: Address,
    stride: number,
    span: number,
    offsets: Address,
    lists: Address,
    entries: Address,
    count: number,
    sums: Address,
  ): void;
  scatterBags(
    gradients: Address,
    stride: number,
    span: number,
    width: number,
    offsets: Address,
    lists: Address,
    entries: Address,
    ends: Address,
    positions: Address,
    slots: number,
    limit: number,
    errors: Address,
    errorStride: number,
    counts: Address,
    scratch: Address,
  ): void;
  decayBags(gradients: Address, table: Address, stride: number, span: number, rows: number, counts: Address, decay: number): void;
  gatherScaled(
    table: Address,
    tableStride: number,
    indices: Address,
    scales: Address,
    count: number,
    span: number,
    out: Address,
    outStride: number,
  ): void;
  startMatrix(a: Address, base: Address, stride: number, n: number, ridge: number): void;
  addSquares(c: Address, cStride: number, x: Address, xStride: number, count: number, n: number): void;
  factorise(a: Address, stride: number, n: number): number;
  solveLower(u: Address, stride: number, n: number, b: Address): number;
  solveUpper(u: Address, stride: number, n: number, y: Address): void;
  packPanel(panel: Address, from: Address, fromStride: number, rows: number, columns: number, width: number): void;
  subtractProduct(c: Address, cStride: number, x: Address, y: Address, count: number, from: number, to: number): void;
  learnRatings(
    entries: Address,
    count: number,
    users: Address,
    userStride: number,
    movies: Address,
    movieStride: number,
    span: number,
    userBiases: Address,
    userBiasStride: number,
    movieBiases: Address,
    movieBiasStride: number,
    offset: number,
    rate: number,
    userKeep: number,
    movieKeep: number,
    biasRate: number,
    userBiasKeep: number,
    movieBiasKeep: number,
    sum: Address,
  ): void;
  regressColumns(
    table: Address,
    noise: Address,
    rests: Address,
    stride: number,
    mean: Address,
    offsets: Address,
    lists: Address,
    weights: Address,
    squares: Address,
    ridge: number,
    rows: number,
  ): void;
  clear(to: Address, bytes: number): void;
  stampRows(stamps: Address, rows: Address, slots: number, stamp: number): void;
  learnRows(
    table: Address,
    stride: number,
    offset: number,
    between: number,
    span: number,
    width: number,
    rows: Address,
    ends: Address,
    positions: Address,
    slots: number,
    source: Address,
    sourceStride: number,
    sourceIndex: Address,
    weights: Address,
    decay: number,
    limit: number,
    extra: Address,
    extraStride: number,
    extraDecay: number,
    stamps: Address,
    t: number,
    keeps: Address,
    gains: Address,
  ): number;
  learnColumn(
    table: Address,
    stride: number,
    offset: number,
    between: number,
    rows: Address,
    ends: Address,
    positions: Address,
    slots: number,
    weights: Address,
    decay: number,
    limit: number,
    extra: Address,
    extraStride: number,
    extraDecay: number,
    stamps: Address,
    t: number,
    keeps: Address,
    gains: Address,
  ): void;
  updateDense(
    w: Address,
    m: Address,
    v: Address,
    gradients: Address,
    sliceStride: number,
    slices: number,
    from: number,
    to: number,
    rule: Address,
    rate: number,
    epsilon: number,
  ): void;
  gemm(
    a: Address,
    aRow: number,
    aStep: number,
    b: Address,
    bRow: number,
    s: Address,
    sRow: number,
    c: Address,
    cRow: number,
    m: number,
    n: number,
    k: number,
  ): void;
  dotRows(a: Address, aStride: number, b: Address, bStride: number, rows: number, width: number, out: Address): void;
  scaleRows(to: Address, toStride: number, from: Address, fromStride: number, weights: Address, rows: number, span: number): void;
  weightedSum(to: Address, start: Address, x: Address, xStride: number, weights: Address, rows: number, span: number): void;
  affine(to: Address, x: Address, bytes: number, factor: number, offset: number): void;
  add(to: Address, x: Address, y: Address, bytes: number): void;
  multiply(to: Address, x: Address, y: Address, bytes: number): void;
  relu(to: Address, x: Address, bytes: number): void;
  reluSlope(to: Address, error: Address, y: Address, bytes: number): void;
  sigmoid(to: Address, x: Address, bytes: number): void;
  sigmoidSlope(to: Address, error: Address, y: Address, bytes: number): void;
  drawMask(
    to: Address,
    stride: number,
    rows: number,
    width: number,
    firstRow: number,
    key: number,
    threshold: number,
    kept: number,
  ): void;
  raiseColumns(
    x: Address,
    stride: number,
    span: number,
    rows: number,
    bias: Address,
    biasStride: number,
    indices: Address,
    corrections: Address,
    maxima: Address,
  ): void;
  expColumns(x: Address, stride: number, span: number, rows: number, maxima: Address, sums: Address): void;
  scaleColumns(x: Address, stride: number, span: number, rows: number, factors: Address): void;
  squaredError(error: Address, predictions: Address, targets: Address, count: number, scale: number, sum: Address): void;
  pairwiseError(error: Address, predictions: Address, count: number, scale: number, sum: Address): void;
  groupError(
    error: Address,
    predictions: Address,
    movies: Address,
    corrections: Address,
    count: number,
    size: number,
    softmax: number,
    scale: number,
    sum: Address,
  ): void;
  boundedError(
    error: Address,
    predictions: Address,
    targets: Address,
    count: number,
    scale: number,
    limit: number,
    sum: Address,
  ): void;
}

/** Below this address the compiler may keep data of its own. */
export const RESERVED_BYTES = 4096;

export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernels;
  if (kernels.heapBase() > RESERVED_BYTES) throw new Error(`The kernels keep ${kernels.heapBase()} bytes for themselves`);
  return kernels;
}
