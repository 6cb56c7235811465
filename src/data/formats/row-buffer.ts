import { malformed } from './malformed.ts';

/** Reads rows out of a buffer. */
export interface RowReader {
  /**
   * Reads the row that begins at `from` and ends before `end`. Returns where the next one begins, or −1 where the row goes on
   * beyond `end`. `isLast`: no more bytes will come.
   */
  read(bytes: Uint8Array, from: number, end: number, isLast: boolean): number;
  /** The line, from 1, that the next row begins on. */
  readonly line: number;
}

/** Takes a file piece by piece. */
export interface PieceReader {
  /** Throws a LabError with file and line. */
  push(piece: Uint8Array): void;
  /** To be called after the last piece. */
  end(): void;
}

const LONGEST_ROW = 2 ** 20;

/** Hands whole rows on; what is left of a piece is kept until the next. Throws a LabError for a row of more than 1 MB. */
export function rowBuffer(file: string, reader: RowReader): PieceReader {
  let buffer = new Uint8Array(2 ** 17);
  let length = 0;
  const readRows = (isLast: boolean): void => {
    let from = 0;
    while (from < length) {
      const next = reader.read(buffer, from, length, isLast);
      if (next < 0) break;
      from = next;
    }
    buffer.copyWithin(0, from, length);
    length = Math.max(0, length - from);
    if (length > LONGEST_ROW) {
      throw malformed(
        file,
        reader.line,
        'the line, or a quoted text in it, is longer than 1 MB',
        'Check the line endings and the closing quotes.',
      );
    }
  };
  return {
    push(piece) {
      if (length + piece.length > buffer.length) {
        const larger = new Uint8Array(2 * (length + piece.length));
        larger.set(buffer.subarray(0, length));
        buffer = larger;
      }
      buffer.set(piece, length);
      length += piece.length;
      readRows(false);
    },
    end: () => readRows(true),
  };
}
