import type { PieceFilter } from './piece-filter.ts';

const LF = 10;
const CR = 13;
const BLANK = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const [OPEN, CLOSE] = [[0x5b, 0x7b] as const, [0x5d, 0x7d] as const]; // [ {  ] }

/** Rewrites a JSON array as JSON lines: each of its members becomes a line. `nesting` is 1, or 2 for an array in an object. */
export function arrayFilter(nesting: number): PieceFilter {
  let depth = 0;
  let isText = false;
  let isEscaped = false;
  return (piece) => {
    const result = new Uint8Array(2 * piece.length);
    let length = 0;
    for (const byte of piece) {
      const wasInside = depth > nesting;
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isText = false;
      } else if (byte === QUOTE) isText = true;
      else if (OPEN.includes(byte as never)) depth++;
      else if (CLOSE.includes(byte as never)) depth--;
      if (!wasInside && depth <= nesting) continue;
      result[length++] = byte === LF || byte === CR ? BLANK : byte;
      if (depth === nesting) result[length++] = LF;
    }
    return result.subarray(0, length);
  };
}
