import type { Encoding, EncodingSign } from '../../core/table-format.ts';
import { decodeHead, encodingOf } from './encoding.ts';
import { HEAD, headLines } from './head-lines.ts';
import type { Said } from './layout.ts';

/** The beginning of a file, as it is written. */
export interface FileHead {
  readonly encoding: Encoding;
  readonly sign: EncodingSign;
  readonly carriageReturns: boolean;
  /** The first that are whole and not blank; at least one where the file is a text. */
  readonly lines: readonly string[];
}

/** What columns are told by. */
const LINES = 1000;

/** Reads the beginning of a file as text, by what was said of it, else by what it looks like. */
export function readFileHead(head: Uint8Array, { format }: Pick<Said, 'format'>): FileHead {
  const found = encodingOf(head);
  const encoding = format?.encoding ?? found.encoding;
  const sign = encoding === found.encoding ? found.sign : 'said';
  const text = decodeHead(head, encoding);
  const { lines, carriageReturns } = headLines(text, head.length >= HEAD, format?.carriageReturns);
  return { encoding, sign, carriageReturns, lines: lines.slice(0, LINES) };
}
