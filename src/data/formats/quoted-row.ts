import { decodeText } from './text.ts';

export interface QuotedRow {
  readonly fields: readonly string[];
  /** Where the next row begins. */
  readonly next: number;
  /** How many lines the row takes. */
  readonly lines: number;
}

/** Where a row begins, and what is known of the bytes so far. */
export interface RowStart {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly end: number;
  /** No more bytes will come. */
  readonly isLast: boolean;
  readonly separator: string;
  /** Whether a quoted text may hold line breaks. */
  readonly spansLines: boolean;
}

const BLANK = 32;
const LF = 10;
const CR = 13;
const QUOTE = 34;
const BACKSLASH = 92;
const ZERO = 48;
/** Tab , : ; | */
const SEPARATORS = [9, 44, 58, 59, 124];
/** A quote that does not close within so many bytes is a letter. */
const LONGEST_TEXT = 2 ** 17;

/**
 * Reads a row with quoted fields (RFC 4180), which may hold separators, line breaks and doubled quotes. Where quotes do not stand as they
 * should, they are letters like any others, and the row is its line. Null where it is not whole yet.
 */
export function quotedRow(start: RowStart): QuotedRow | null {
  const { bytes, from, end, isLast, separator } = start;
  const fields: string[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    const open = afterBlanks(bytes, at, end);
    if (bytes[open] === QUOTE && open < end) {
      at = open;
      const close = closingQuote(bytes, at, lastByte(start, at));
      if (close < 0) return isLast || !start.spansLines || end - from > LONGEST_TEXT ? plainRow(start) : null;
      // Whether it closes or is one of two, the next byte tells.
      if (close + 1 >= end && !isLast) return null;
      for (let i = bytes.indexOf(LF, at); i >= 0 && i < close; i = bytes.indexOf(LF, i + 1)) lines++;
      fields.push(
        decodeText(bytes, at + 1, close)
          .replaceAll('""', '"')
          .replaceAll('\\"', '"'),
      );
      at = afterBlanks(bytes, close + 1, end);
    } else {
      const to = fieldEnd(start, at);
      if (to >= end && !isLast) return null;
      const isReturn = (to >= end || bytes[to] === LF) && to > at && bytes[to - 1] === CR;
      fields.push(decodeText(bytes, at, isReturn ? to - 1 : to));
      at = to;
    }
    if (at < end && isSeparator(bytes, at, separator)) {
      at += separator.length;
      continue;
    }
    while (at < end && bytes[at] === CR) at++;
    if (at >= end) return isLast ? { fields, next: end, lines } : null;
    if (bytes[at] !== LF) return plainRow(start);
    return { fields, next: at + 1, lines };
  }
}

/** The line as it stands, whatever quotes are in it. Null where it is not whole yet. */
export function plainRow({ bytes, from, end, isLast, separator }: RowStart): QuotedRow | null {
  const found = bytes.indexOf(LF, from);
  const to = found < 0 || found >= end ? end : found;
  if (to === end && !isLast) return null;
  const stop = to > from && bytes[to - 1] === CR ? to - 1 : to;
  return { fields: decodeText(bytes, from, stop).split(separator), next: Math.min(end, to + 1), lines: 1 };
}

/** Some write a blank after each separator. */
function afterBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] === BLANK) at++;
  return at;
}

/** Where a quote that opens at `at` has to close before. */
function lastByte({ bytes, end, spansLines }: RowStart, at: number): number {
  if (spansLines) return end;
  const line = bytes.indexOf(LF, at);
  return line < 0 || line > end ? end : line;
}

function isSeparator(bytes: Uint8Array, at: number, separator: string): boolean {
  return bytes[at] === separator.charCodeAt(0) && (separator.length === 1 || bytes[at + 1] === separator.charCodeAt(1));
}

function fieldEnd({ bytes, end, separator }: RowStart, from: number): number {
  let to = from;
  while (to < end && bytes[to] !== LF && !isSeparator(bytes, to, separator)) to++;
  return to;
}

/** Where the quote that opens at `from` closes; −1 where it does not. A quote after a backslash is a letter where text follows it. */
function closingQuote(bytes: Uint8Array, from: number, end: number): number {
  for (let at = bytes.indexOf(QUOTE, from + 1); at >= 0 && at < end; at = bytes.indexOf(QUOTE, at + 1)) {
    if (bytes[at + 1] === QUOTE && at + 1 < end) at++;
    else if (bytes[at - 1] !== BACKSLASH || at - 1 === from || isFieldEnd(bytes, at + 1, end)) return at;
  }
  return -1;
}

/** Whether the line ends, or a quote or a number follows a separator: the backslash then was the last of the text. */
function isFieldEnd(bytes: Uint8Array, at: number, end: number): boolean {
  if (at >= end || bytes[at] === LF || bytes[at] === CR) return true;
  const next = at + 1 < end ? (bytes[at + 1] as number) : QUOTE;
  return SEPARATORS.includes(bytes[at] as number) && (next === QUOTE || (next >= ZERO && next <= ZERO + 9));
}
