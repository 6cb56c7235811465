/** Codes fit a byte. */
const MOST_VALUES = 256;
const SLOTS = 4 * MOST_VALUES;

/** Numbers the different ones of many values, from 0 in the order in which they come. */
export interface ValueCodes {
  /** By code, (at most 256). */
  readonly values: Float32Array;
  /** Of a value that is among them. */
  codeOf(value: number): number;
}

/** Null where there are more than 256. Values are the same where their bits are. */
export function codeValues(pieces: Iterable<Float32Array>): ValueCodes | null {
  const values = new Float32Array(MOST_VALUES);
  const bits = new Int32Array(values.buffer);
  const looked = new Float32Array(1);
  const lookedBits = new Int32Array(looked.buffer);
  /** Codes plus 1, by a hash of the bits; 0 where there is none. */
  const slots = new Uint16Array(SLOTS);
  let count = 0;

  function slotOf(value: number): number {
    looked[0] = value;
    const wanted = lookedBits[0] as number;
    let slot = Math.imul(wanted, 0x9e3779b1) >>> 22;
    while (slots[slot] !== 0 && bits[(slots[slot] as number) - 1] !== wanted) slot = (slot + 1) % SLOTS;
    return slot;
  }

  for (const piece of pieces) {
    for (let i = 0; i < piece.length; i++) {
      const value = piece[i] as number;
      const slot = slotOf(value);
      if (slots[slot] !== 0) continue;
      if (count === MOST_VALUES) return null;
      values[count++] = value;
      slots[slot] = count;
    }
  }
  return { values: values.slice(0, count), codeOf: (value) => (slots[slotOf(value)] as number) - 1 };
}
