import type { TableFormat } from '../../core/table-format.ts';

/** Rewrites the pieces of a file, one after the other; `isLast` comes with the last, which may be empty. */
export type PieceFilter = (piece: Uint8Array, isLast: boolean) => Uint8Array;

/** What decides how a file is rewritten before its rows are read. */
type Written = Pick<TableFormat, 'encoding' | 'carriageReturns' | 'separator'>;

/**
 * Rewrites a file to UTF-8 with line feeds and one tab for each run of blanks, which is what rows are read from. Null where it is
 * written so already: nothing then stands between the file and its reader.
 */
export function pieceFilter({ encoding, carriageReturns, separator }: Written): PieceFilter | null {
  return chain([
    encoding === 'utf-8' ? null : recoder(encoding),
    carriageReturns ? lineFeeds : null,
    separator === ' ' ? oneTab() : null,
  ]);
}

/** One after the other; null where there is none. */
export function chain(filters: readonly (PieceFilter | null)[]): PieceFilter | null {
  const present = filters.filter((filter) => filter !== null);
  if (present.length === 0) return null;
  return (piece, isLast) => present.reduce((bytes, filter) => filter(bytes, isLast), piece);
}

function recoder(encoding: Written['encoding']): PieceFilter {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (piece, isLast) => encoder.encode(decoder.decode(piece, { stream: !isLast }));
}

const TAB = 9;
const LF = 10;
const CR = 13;
const BLANK = 32;
const QUOTE = 34;

const lineFeeds: PieceFilter = (piece) => piece.map((byte) => (byte === CR ? LF : byte));

/** Outside of quotes; blanks at the beginning and the end of a line go. */
function oneTab(): PieceFilter {
  let isStart = true;
  let isQuoted = false;
  let isWaiting = false;
  return (piece) => {
    // A tab that waited for what follows may come on top.
    const result = new Uint8Array(piece.length + 1);
    let length = 0;
    for (const byte of piece) {
      if (!isQuoted && (byte === BLANK || byte === TAB)) {
        isWaiting = !isStart;
        continue;
      }
      const isEnd = byte === LF || byte === CR;
      if (byte === QUOTE && (isStart || isWaiting || isQuoted)) isQuoted = !isQuoted;
      if (isEnd) isQuoted = false;
      if (isWaiting && !isEnd) result[length++] = TAB;
      isWaiting = false;
      isStart = isEnd;
      result[length++] = byte;
    }
    return result.subarray(0, length);
  };
}
