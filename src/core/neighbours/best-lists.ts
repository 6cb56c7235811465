/** The highest values (not negative) of each of many rows: row i's are `length` entries from `i · length`, of which `counts[i]` are used. */
export interface BestLists {
  readonly length: number;
  readonly counts: Int32Array; // (rows)
  readonly items: Int32Array; // (rows · length)
  readonly values: Float32Array; // (rows · length)
}

/** A key has a value's 32 bits above the 21 of an item: what a double holds exactly. */
const ITEMS = 2 ** 21;
const LAST_ITEM = ITEMS - 1;
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** Higher for a higher value, which is positive, and of equal values for the lower item. */
function keyOf(item: number, value: number): number {
  float[0] = value;
  return (bits[0] as number) * ITEMS + LAST_ITEM - item;
}

function valueIn(key: number): number {
  bits[0] = Math.floor(key / ITEMS);
  return float[0] as number;
}

/** Collects them: a binary heap a row with its lowest value on top, so that memory does not grow with what is offered. */
export function createBestLists(rows: number, length: number) {
  const counts = new Int32Array(rows);
  const items = new Int32Array(rows * length);
  const values = new Float32Array(rows * length);

  function offer(row: number, item: number, value: number): void {
    const base = row * length;
    const count = counts[row] as number;
    if (count < length) {
      counts[row] = count + 1;
      rise(base, count, item, value);
    } else if (value > (values[base] as number)) {
      sink(base, item, value);
    }
  }

  function rise(base: number, from: number, item: number, value: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((values[base + parent] as number) <= value) break;
      put(base + place, items[base + parent] as number, values[base + parent] as number);
      place = parent;
    }
    put(base + place, item, value);
  }

  function sink(base: number, item: number, value: number): void {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= length) break;
      if (child + 1 < length && (values[base + child + 1] as number) < (values[base + child] as number)) child++;
      if ((values[base + child] as number) >= value) break;
      put(base + place, items[base + child] as number, values[base + child] as number);
      place = child;
    }
    put(base + place, item, value);
  }

  function put(at: number, item: number, value: number): void {
    items[at] = item;
    values[at] = value;
  }

  /** Puts a row's highest value first; of equal ones the lower item comes first. Nothing may be offered to it afterwards. */
  function sort(row: number): void {
    const [from, count] = [row * length, counts[row] as number];
    const keys = new Float64Array(count); // numbers sort several times as fast as positions by a comparison of their values
    for (let i = 0; i < count; i++) keys[i] = keyOf(items[from + i] as number, values[from + i] as number);
    keys.sort();
    for (let i = 0; i < count; i++) {
      const key = keys[count - 1 - i] as number;
      const item = LAST_ITEM - (key % ITEMS);
      put(from + i, item, valueIn(key));
    }
  }

  const lists: BestLists = { length, counts, items, values };
  return { lists, offer, sort };
}
