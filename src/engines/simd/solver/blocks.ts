/** Rows that are solved in one step, counted through users first and then movies. */
export interface Block {
  readonly first: number;
  readonly count: number;
}

/** Multiplications of a step at most, unless a single row takes more: some hundredths of a second. */
const STEP_COST = 2 ** 27;

/** Multiplications that it takes to add up and solve the equations of a row with so many entries. */
const costOf = (entries: number, n: number): number => (entries === 0 ? n : (entries * n * n) / 2 + n ** 3 / 6 + 3 * n * n);

const costAt = (offsets: Int32Array, row: number, n: number): number =>
  costOf((offsets[row + 1] as number) - (offsets[row] as number), n);

/** Cuts a side's rows into blocks of about equal work. `before`: rows of the sides before. */
export function blocksOf(offsets: Int32Array, n: number, before: number): readonly Block[] {
  const rows = offsets.length - 1;
  const blocks: Block[] = [];
  for (let from = 0, to = 0; from < rows; from = to) {
    let cost = 0;
    do cost += costAt(offsets, to++, n);
    while (to < rows && cost + costAt(offsets, to, n) <= STEP_COST);
    blocks.push({ first: before + from, count: to - from });
  }
  return blocks;
}

/** Where share `share` of the rows from … to − 1 begins, the shares being of about equal work; `to` for the one after the last. */
export function boundOf(offsets: Int32Array, n: number, from: number, to: number, share: number, shares: number): number {
  let total = 0;
  for (let row = from; row < to; row++) total += costAt(offsets, row, n);
  let row = from;
  for (let sum = 0; row < to && sum < (total * share) / shares; row++) sum += costAt(offsets, row, n);
  return share === shares ? to : row;
}
