import { firstPlace } from './first-place.ts';
import { overRows, type Sliced } from './slices.ts';

/**
 * Raw ids come from the data set ("user 15", "user anna"); dense indices are rows of an embedding table (0-based, without gaps).
 * The two never mix: the compiler keeps them apart.
 */
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** As the data set has it. A data set's ids of users are all numbers or all texts, and so are those of its movies. */
export type RawId = number | string;
export type UserId = Branded<RawId, 'UserId'>;
export type MovieId = Branded<RawId, 'MovieId'>;
export type UserIndex = Branded<number, 'UserIndex'>;
export type MovieIndex = Branded<number, 'MovieIndex'>;

/** The one map between raw ids and dense indices. Indices follow ascending numbers; texts, their first appearance in the file. */
export interface IdMap<Id extends RawId, Index extends number> {
  /** How many ids there are; indices run from 0 to `size - 1`. */
  readonly size: number;
  readonly kind: 'number' | 'text';
  /** The index of a raw id, or `undefined` where the data set has no such id. Where ids are texts, 7 is "7". */
  indexOf(id: RawId): Index | undefined;
  /** The raw id of an index. Throws a RangeError for an index that is not in 0 … size - 1. */
  idOf(index: Index): Id;
}

/**
 * Builds the map of every id that occurs in a column and puts its dense index in the place of each: the column is altered.
 * With `labels` the column holds positions in them (numbered by first appearance) and the ids are the labels; without, ids are
 * the numbers themselves.
 */
export function* takeIds<Id extends RawId, Index extends number>(
  column: Int32Array,
  labels?: readonly string[],
): Sliced<IdMap<Id, Index>> {
  const codes = yield* takeCodes(column);
  return labels ? textMap(codes, labels) : numberMap(codes);
}

/** The largest id that is looked up in a table of its size (64 MiB). */
const TABLE_SIZE = 2 ** 24;

/** The distinct values, ascending; the column comes to hold their positions. */
function* takeCodes(column: Int32Array): Sliced<Int32Array> {
  let [min, max] = [0, -1];
  yield* overRows(column.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const value = column[at] as number;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  });
  return min >= 0 && max < TABLE_SIZE ? yield* takeByTable(column, max) : yield* takeBySearch(column);
}

function* takeByTable(column: Int32Array, max: number): Sliced<Int32Array> {
  const table = new Int32Array(max + 1);
  yield* overRows(column.length, (from, to) => {
    for (let at = from; at < to; at++) table[column[at] as number] = 1;
  });
  let size = 0;
  for (let value = 0; value <= max; value++) if (table[value] === 1) table[value] = ++size;
  const codes = new Int32Array(size);
  for (let value = 0; value <= max; value++) if (table[value] !== 0) codes[(table[value] as number) - 1] = value;
  yield* overRows(column.length, (from, to) => {
    for (let at = from; at < to; at++) column[at] = (table[column[at] as number] as number) - 1;
  });
  return codes;
}

function* takeBySearch(column: Int32Array): Sliced<Int32Array> {
  const codes = yield* distinct(column);
  yield* overRows(column.length, (from, to) => {
    for (let at = from; at < to; at++) column[at] = search(codes, column[at] as number) as number;
  });
  return codes;
}

/** The distinct values, ascending. Sorts a slice at a time and merges likes with likes, so that no step takes long. */
function* distinct(column: Int32Array): Sliced<Int32Array> {
  const runs: Int32Array[] = [];
  const mergeLast = (): void => {
    const [a, b] = runs.splice(-2) as [Int32Array, Int32Array];
    runs.push(union(a, b));
  };
  yield* overRows(column.length, (from, to) => {
    runs.push(withoutRepeats(column.slice(from, to).sort()));
    while (runs.length > 1 && (runs.at(-2) as Int32Array).length < 2 * (runs.at(-1) as Int32Array).length) mergeLast();
  });
  while (runs.length > 1) mergeLast();
  return runs[0] ?? new Int32Array();
}

function withoutRepeats(sorted: Int32Array): Int32Array {
  let size = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[size++] = sorted[at] as number;
  }
  return sorted.slice(0, size);
}

/** The values of two ascending arrays without repeats, as one. */
function union(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  let [i, j, size] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    both[size++] = Math.min(x, y);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return both.slice(0, size);
}

/** The position of a value in ascending values. */
function search(values: Int32Array, value: number): number | undefined {
  const at = firstPlace(0, values.length, (place) => (values[place] as number) >= value);
  return values[at] === value ? at : undefined;
}

function numberMap<Id extends RawId, Index extends number>(ids: Int32Array): IdMap<Id, Index> {
  return {
    size: ids.length,
    kind: 'number',
    indexOf: (id) => (typeof id === 'number' ? (search(ids, id) as Index | undefined) : undefined),
    idOf: (index) => within(ids, index) as Id,
  };
}

function textMap<Id extends RawId, Index extends number>(codes: Int32Array, labels: readonly string[]): IdMap<Id, Index> {
  const ids = Array.from(codes, (code) => labels[code] as string);
  const indices = new Map(ids.map((id, index) => [id, index]));
  return {
    size: ids.length,
    kind: 'text',
    indexOf: (id) => indices.get(String(id)) as Index | undefined,
    idOf: (index) => within(ids, index) as Id,
  };
}

function within(ids: ArrayLike<RawId>, index: number): RawId {
  const id = ids[index];
  if (id === undefined) throw new RangeError(`Index ${index} is outside 0 … ${ids.length - 1}`);
  return id;
}
