import type { Encoding, TableFormat } from '../../core/table-format.ts';
import { bomOf, decodeHead, sniffEncoding } from './encoding.ts';
import { headLines } from './head-lines.ts';
import { headTable } from './head-table.ts';
import { pieceFilter } from './piece-filter.ts';
import { quotedRow } from './quoted-row.ts';
import { NotUtf8 } from './text.ts';

/** A small table that is held as a whole. */
export interface WholeTable {
  readonly columns: readonly string[];
  readonly format: TableFormat;
  /** Without the header. */
  readonly rows: readonly { readonly line: number; readonly fields: readonly string[] }[];
}

const HEAD_LINES = 1000;
const HEAD_BYTES = 2 ** 18;

/** Reads a table in whatever way it is written, as ratings are. Null where it has no columns. */
export function wholeTable(bytes: Uint8Array): WholeTable | null {
  try {
    return readTable(bytes, sniffEncoding(bytes));
  } catch (thrown) {
    if (!(thrown instanceof NotUtf8)) throw thrown;
    return readTable(bytes, 'windows-1252');
  }
}

function readTable(bytes: Uint8Array, encoding: Encoding): WholeTable | null {
  const text = decodeHead(bytes.subarray(0, HEAD_BYTES), encoding);
  const { lines, carriageReturns } = headLines(text, bytes.length > HEAD_BYTES);
  const head = headTable(lines.slice(0, HEAD_LINES));
  if (head === null) return null;
  const { columns, hasHeader, separator, skip } = head;
  const filter = pieceFilter({ encoding, carriageReturns, separator });
  const plain = bytes.subarray(bomOf(bytes)?.length ?? 0);
  const rows = rowsOf(filter ? filter(plain, true) : plain, separator === ' ' ? '\t' : separator);
  const format: TableFormat = { encoding, separator, carriageReturns, skip, hasHeader, decimal: '.', time: 'none' };
  return { columns, format, rows: rows.slice(skip + (hasHeader ? 1 : 0)) };
}

function rowsOf(bytes: Uint8Array, separator: string): WholeTable['rows'] {
  const rows: { line: number; fields: readonly string[] }[] = [];
  let line = 1;
  for (let from = 0; from < bytes.length; ) {
    const spansLines = separator === ',' || separator === ';';
    const row = quotedRow({ bytes, from, end: bytes.length, isLast: true, separator, spansLines });
    // All bytes are there, so every row is whole.
    if (row === null) throw new NotUtf8();
    if (row.fields.join(separator).trim() !== '') rows.push({ line, fields: row.fields });
    line += row.lines;
    from = row.next;
  }
  return rows;
}
