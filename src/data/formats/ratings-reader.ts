import type { LoadNote } from '../../core/load-notes.ts';
import { delimitedRows } from './delimited-rows.ts';
import { bomOf } from './encoding.ts';
import { TooMuch } from './field-values.ts';
import { HEAD } from './head-lines.ts';
import type { Layout, Said } from './layout.ts';
import { malformed } from './malformed.ts';
import type { RatingBuilder, RatingSink } from './rating-builder.ts';
import { type PieceReader, type RowReader, rowBuffer } from './row-buffer.ts';
import { type RowFaults, rowFaults } from './row-faults.ts';

export interface ReadTable {
  readonly layout: Layout;
  /** What was guessed, and what was left out. */
  readonly notes: readonly LoadNote[];
}

/** Takes a file of ratings piece by piece. */
export interface RatingsReader {
  /** Throws a LabError with file and line, or with the question which column holds what; NotUtf8 where the encoding is another. */
  push(piece: Uint8Array): void;
  /** To be called once, after the last piece. */
  finish(): ReadTable;
}

/** Where the rows of the beginning are longer than others, there are more. What is not filled takes no memory. */
const SURPLUS = 1.1;
const NOTHING = new Uint8Array();

export interface TableToRead {
  /** Its name in the sentences of errors. */
  readonly file: string;
  /** What it is said to have in bytes; 0 where nobody knows. */
  readonly size: number;
  readonly said?: Said | undefined;
  /** Tells the layout by the first bytes. Throws a LabError, as `detectLayout` does. */
  detect(head: Uint8Array, file: string, said: Said): Layout;
}

/** Reads ratings in whatever layout their first lines show, and hands them to a builder. */
export function ratingsReader({ file, size, said = {}, detect }: TableToRead, builder: RatingBuilder): RatingsReader {
  const before = builder.count;
  const faults = rowFaults(file, () => builder.count - before);
  let head = new Uint8Array();
  let layout: Layout | null = null;
  let rows: PieceReader | null = null;
  const begin = (): PieceReader => {
    layout = detect(head, file, said);
    rows = openRows(file, layout, builder, faults);
    rows.push(head.subarray(bomOf(head)?.length ?? 0));
    builder.expect(before + Math.ceil((size / head.length) * (builder.count - before) * SURPLUS));
    return rows;
  };
  return {
    push(piece) {
      if (rows) return rows.push(piece);
      const longer = new Uint8Array(head.length + piece.length);
      longer.set(head);
      longer.set(piece, head.length);
      head = longer;
      if (head.length >= HEAD) begin();
    },
    finish() {
      (rows ?? begin()).end();
      const known = layout as unknown as Layout;
      return { layout: known, notes: [...known.notes, ...faults.notes(builder.count - before)] };
    },
  };
}

/** Reads a file, without its mark, by its layout. */
export function openRows(file: string, layout: Layout, sink: RatingSink, faults: RowFaults): PieceReader {
  const reader = 'open' in layout ? layout.open(sink, faults) : delimitedRows(layout.rows, sink, faults);
  return filtered(rowBuffer(file, withLimits(file, reader)), layout);
}

function filtered(rows: PieceReader, { filter }: Layout): PieceReader {
  if (filter === null) return rows;
  return {
    push: (piece) => rows.push(filter(piece, false)),
    end() {
      rows.push(filter(NOTHING, true));
      rows.end();
    },
  };
}

/** What is too much for a tab ends the reading, with its line. */
function withLimits(file: string, reader: RowReader): RowReader {
  return {
    get line() {
      return reader.line;
    },
    read(bytes, from, end, isLast) {
      try {
        return reader.read(bytes, from, end, isLast);
      } catch (thrown) {
        throw thrown instanceof TooMuch ? malformed(file, reader.line, thrown.message) : thrown;
      }
    },
  };
}
