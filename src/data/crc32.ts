const SLICES = 8;

/**
 * By the reflected polynomial of zip and gzip: the sum of a byte alone, and of it followed by 1 … 7 zeros, 256 sums each. With
 * them eight bytes take one step ("slicing by 8", Kounavis and Berry 2005).
 */
const TABLES = new Int32Array(SLICES * 256);
for (let byte = 0; byte < 256; byte++) {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  TABLES[byte] = sum;
}
for (let at = 256; at < TABLES.length; at++) {
  const before = TABLES[at - 256] as number;
  TABLES[at] = (before >>> 8) ^ (TABLES[before & 255] as number);
}

const after = (zeros: number, byte: number): number => TABLES[zeros * 256 + byte] as number;

/** The sum that zips hold of their files (CRC-32, ISO 3309), as an unsigned number. `before` is that of the bytes before these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  let at = 0;
  const byte = (offset: number): number => bytes[at + offset] as number;
  for (const whole = bytes.length - SLICES; at <= whole; at += SLICES) {
    sum ^= byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
    sum =
      after(7, sum & 255) ^
      after(6, (sum >>> 8) & 255) ^
      after(5, (sum >>> 16) & 255) ^
      after(4, sum >>> 24) ^
      after(3, byte(4)) ^
      after(2, byte(5)) ^
      after(1, byte(6)) ^
      after(0, byte(7));
  }
  for (; at < bytes.length; at++) sum = (sum >>> 8) ^ after(0, (sum ^ byte(0)) & 255);
  return ~sum >>> 0;
}
