import { arrayFilter } from './array-filter.ts';
import { BLOCKS, blockFilter, looksLikeBlocks } from './block-filter.ts';
import { readFileHead } from './file-head.ts';
import { isJson, jsonLayout, jsonNesting } from './json-layout.ts';
import { LATIN1_NOTE, type Layout, type Said } from './layout.ts';
import { noRatings, notRatings } from './no-ratings.ts';
import { otherFile } from './other-files.ts';
import { chain, pieceFilter } from './piece-filter.ts';
import { looksLikeRatingsDat, ratingsDat } from './ratings-dat.ts';
import { tableLayout } from './table-layout.ts';
import { looksLikeUData, uData } from './u-data.ts';

/**
 * Recognises a layout by the beginning of a file. Throws a LabError: `data-no-ratings` where it looks like no ratings at all,
 * `data-unmapped` where it is not clear which column holds what.
 */
export function detectLayout(head: Uint8Array, file: string, said: Said): Layout {
  if (head.length === 0) throw notRatings(file, 'is empty.');
  const other = otherFile(head);
  if (other) throw notRatings(file, `is ${other.what}, not a file of ratings.`, other.remedy);
  const read = readFileHead(head, said);
  const { encoding, carriageReturns, lines } = read;
  const [first = ''] = lines;
  if (lines.some((line) => line.includes('\0')) || /^\s*</.test(first) || first === '') throw noRatings(file);
  const notes = encoding === 'windows-1252' && said.format?.encoding === undefined ? [LATIN1_NOTE] : [];
  const filter = pieceFilter({ encoding, carriageReturns, separator: ',' });
  if (isJson(first)) {
    const nesting = jsonNesting(lines);
    const members = nesting > 0 ? arrayFilter(nesting) : null;
    const layout = jsonLayout(lines, file, said);
    return { ...layout, filter: chain([filter, members]), notes: [...notes, ...layout.notes] };
  }
  if (!isSaid(said)) {
    if (looksLikeRatingsDat(first)) return { filter, notes, format: 'dat', rows: ratingsDat() };
    if (looksLikeUData(first)) return { filter, notes, format: 'u.data', rows: uData() };
    if (looksLikeBlocks(lines)) return { filter: chain([filter, blockFilter()]), notes, format: 'blocks', rows: BLOCKS };
  }
  const layout = tableLayout(read, file, said);
  return { ...layout, notes: [...notes, ...layout.notes] };
}

/** Whether what was said makes it a table of any kind. */
const isSaid = ({ mapping, wide, format }: Said): boolean =>
  mapping !== undefined || wide !== undefined || format?.separator !== undefined || format?.hasHeader !== undefined;
