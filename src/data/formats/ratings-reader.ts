import type { ColumnMapping } from '../../core/column-mapping.ts';
import { delimitedRows } from './delimited-rows.ts';
import { detectLayout, HEAD, type Layout } from './detect.ts';
import { jsonLines } from './json-lines.ts';
import { type ParsedRatings, ratingBuilder } from './rating-builder.ts';
import { type PieceReader, rowBuffer } from './row-buffer.ts';

export interface ReadRatings extends ParsedRatings {
  readonly layout: Layout;
}

/** Takes a file of ratings piece by piece. */
export interface RatingsReader {
  /** Throws a LabError with file and line, or with the question which column holds what. */
  push(piece: Uint8Array): void;
  /** To be called once, after the last piece. */
  finish(): ReadRatings;
}

/** Where the rows of the beginning are longer than others, there are more. What is not filled takes no memory. */
const SURPLUS = 1.1;
const BOM = [0xef, 0xbb, 0xbf];

/**
 * Reads ratings in whatever layout their first lines show. `file` is its name in the sentences of errors; `size` what it is said
 * to have in bytes, 0 where nobody knows.
 */
export function ratingsReader(file: string, size: number, mapping?: ColumnMapping): RatingsReader {
  const builder = ratingBuilder();
  let head = new Uint8Array();
  let layout: Layout | null = null;
  let rows: PieceReader | null = null;
  const begin = (): PieceReader => {
    const bytes = BOM.every((byte, at) => head[at] === byte) ? head.subarray(BOM.length) : head;
    layout = detectLayout(bytes, file, mapping);
    const reader = layout.format === 'json-lines' ? jsonLines(file, layout.keys, builder) : delimitedRows(layout.rows, builder);
    rows = rowBuffer(file, reader);
    rows.push(bytes);
    builder.expect(Math.ceil((size / bytes.length) * builder.count * SURPLUS));
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
      return { ...builder.finish(), layout: layout as unknown as Layout };
    },
  };
}
