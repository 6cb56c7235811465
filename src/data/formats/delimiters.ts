import type { Separator } from '../../core/table-format.ts';
import { isWhole, mappingByNames, partsByNames } from './column-names.ts';
import { isNumberText } from './number-text.ts';

/** In this order where several would do. */
const SEPARATORS: readonly Separator[] = ['\t', '::', ';', ',', '|'];
/** So many lines may be otherwise and the separator still be one. */
const AGREE = 0.6;

/**
 * What separates the columns of these lines: what gives most of them the same number of columns, most of all, and the first of them names
 * that are known; null where nothing does.
 */
export function findSeparator(lines: readonly string[]): Separator | null {
  let best: { readonly separator: Separator; readonly score: number; readonly width: number } | null = null;
  for (const separator of SEPARATORS) {
    const { width, share } = commonWidth(lines.map((line) => splitLine(line, separator)));
    const names = Object.keys(partsByNames(splitLine(lines[0] ?? '', separator))).length;
    const score = (width - 1) * share ** 4 * (1 + names);
    if (share >= AGREE && score > (best?.score ?? 0)) best = { separator, score, width };
  }
  // Two columns may be decimal commas between blanks.
  if (best && best.width > 2) return best.separator;
  if (isBlankSeparated(lines)) return ' ';
  return best?.separator ?? separatorOfHeader(lines[0] ?? '');
}

/** The number of fields that most rows have, and the share of rows that have it. */
export function commonWidth(rows: readonly (readonly string[])[]): { readonly width: number; readonly share: number } {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [1, 0]);
  return { width, share: count / Math.max(1, rows.length) };
}

/** Prose has blanks as well, but neither as many in every line nor numbers between them. */
function isBlankSeparated(lines: readonly string[]): boolean {
  const rows = lines.map((line) => splitLine(line, ' '));
  // The header of R is shorter.
  const { width, share } = commonWidth(rows.length > 1 ? rows.slice(1) : rows);
  const numbers = (rows.at(-1) ?? []).filter(isNumberText).length;
  const isNamed = isWhole(mappingByNames(rows[0] ?? []));
  return share >= 0.9 && width >= 2 && width <= 20 && (isNamed || numbers >= Math.min(2, width - 1));
}

/** Where lines differ, the first one decides; an error will name the line that does not fit. */
function separatorOfHeader(line: string): Separator | null {
  const widths = SEPARATORS.map((separator) => ({ separator, width: splitLine(line, separator).length }));
  const widest = widths.reduce((most, candidate) => (candidate.width > most.width ? candidate : most));
  return widest.width > 2 ? widest.separator : null;
}

/** The fields of a single line, quotes taken off. A quote that does not close before a separator is a letter. */
export function splitLine(line: string, separator: Separator): readonly string[] {
  if (separator === ' ') return (line.match(/"[^"]*"(?=\s|$)|\S+/g) ?? []).map((field) => field.replace(/^"(.*)"$/, '$1'));
  const fields: string[] = [];
  let from = 0;
  for (;;) {
    const open = afterBlanks(line, from);
    const close = line[open] === '"' ? endOfQuoted(line, open, separator) : -1;
    const after = afterBlanks(line, close);
    const isQuoted = close > 0 && (after === line.length || line.startsWith(separator, after));
    const end = line.indexOf(separator, isQuoted ? after : from);
    const text = line.slice(from, end < 0 ? line.length : end);
    fields.push(isQuoted ? unquoted(line.slice(open + 1, close - 1)) : text);
    if (end < 0) return fields;
    from = end + separator.length;
  }
}

const unquoted = (text: string): string => text.replaceAll('""', '"').replaceAll('\\"', '"');

function afterBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at++;
  return at;
}

/** The place after the closing quote; −1 where there is none. A quote after a backslash is a letter where text follows it. */
function endOfQuoted(line: string, from: number, separator: Separator): number {
  for (let at = from + 1; at < line.length; at++) {
    if (line[at] !== '"') continue;
    if (line[at + 1] === '"') at++;
    else if (line[at - 1] !== '\\' || at + 1 === line.length || beginsField(line, at + 1, separator)) return at + 1;
  }
  return -1;
}

/** After the separator, a quote or a number. */
const beginsField = (line: string, at: number, separator: Separator): boolean =>
  line.startsWith(separator, at) && /["\d]/.test(line[at + separator.length] ?? '"');
