import type { PieceFilter } from './piece-filter.ts';
import type { RowLayout } from './row-layout.ts';

const LF = 10;
const CR = 13;
const COMMA = 44;
const COLON = 58;
/** What is longer is no rating. */
const LONGEST_LINE = 1000;

/** Blocks as Netflix published them: "1:" above all ratings of movie 1, each as user,rating,date. */
export const looksLikeBlocks = (lines: readonly string[]): boolean =>
  /^\d+:\s*$/.test(lines[0] ?? '') && /^\d+,\d+(\.\d+)?(,.*)?$/.test(lines[1] ?? '');

/** What blocks are rewritten to. */
export const BLOCKS: RowLayout = {
  separator: ',',
  at: { user: 1, item: 0, rating: 2, timestamp: 3 },
  width: 4,
  least: 4,
  headerRows: 0,
  quotes: false,
  lenient: true,
  decimal: '.',
  time: 'plain',
};

/** Rewrites blocks as rows of movie,user,rating,date; the lines of movies become blank, so that lines count as before. */
export function blockFilter(): PieceFilter {
  let movie: readonly number[] = [];
  let line: number[] = [];
  const rewritten = (): readonly number[] => {
    if (line.at(-1) === CR) line.pop();
    if (line.at(-1) === COLON) movie = line.slice(0, -1);
    const row = line.length === 0 || line.at(-1) === COLON ? [] : [...movie, COMMA, ...line];
    line = [];
    return row;
  };
  return (piece, isLast) => {
    const result: number[] = [];
    for (const byte of piece) {
      if (byte === LF) result.push(...rewritten(), LF);
      else if (line.length < LONGEST_LINE) line.push(byte);
    }
    if (isLast) result.push(...rewritten());
    return Uint8Array.from(result);
  };
}
