import { decodeText } from './text.ts';

interface QuotedRow {
  readonly fields: readonly string[];
  /** Where the next row begins. */
  readonly next: number;
  /** How many lines the row takes. */
  readonly lines: number;
  /** What is wrong with it; null where nothing is. */
  readonly problem: string | null;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Reads a row of RFC 4180 with quoted fields, which may hold separators, line breaks and doubled quotes. Null where it is not whole yet. */
export function quotedRow(bytes: Uint8Array, from: number, end: number, isLast: boolean, separator: number): QuotedRow | null {
  const fields: string[] = [];
  let lines = 1;
  let at = from;
  const stop = (problem: string): QuotedRow => ({ fields, next: end, lines, problem });
  for (;;) {
    if (bytes[at] === QUOTE && at < end) {
      const close = closingQuote(bytes, at, end);
      if (close < 0) return isLast ? stop('a quote is never closed') : null;
      // Whether it closes or is one of two, the next byte tells.
      if (close + 1 >= end && !isLast) return null;
      for (let i = bytes.indexOf(LF, at); i >= 0 && i < close; i = bytes.indexOf(LF, i + 1)) lines++;
      fields.push(decodeText(bytes, at + 1, close).replaceAll('""', '"'));
      at = close + 1;
    } else {
      let to = at;
      while (to < end && bytes[to] !== separator && bytes[to] !== LF) to++;
      if (to >= end && !isLast) return null;
      const isReturn = (to >= end || bytes[to] === LF) && to > at && bytes[to - 1] === CR;
      fields.push(decodeText(bytes, at, isReturn ? to - 1 : to));
      at = to;
    }
    if (at < end && bytes[at] === separator) {
      at++;
      continue;
    }
    if (at < end && bytes[at] === CR) at++;
    if (at >= end) return isLast ? { fields, next: end, lines, problem: null } : null;
    if (bytes[at] !== LF) return stop('text follows a closing quote');
    return { fields, next: at + 1, lines, problem: null };
  }
}

/** Where the quote that opens at `from` closes; −1 where it does not. */
function closingQuote(bytes: Uint8Array, from: number, end: number): number {
  for (let at = bytes.indexOf(QUOTE, from + 1); at >= 0 && at < end; at = bytes.indexOf(QUOTE, at + 2)) {
    if (at + 1 >= end || bytes[at + 1] !== QUOTE) return at;
  }
  return -1;
}
