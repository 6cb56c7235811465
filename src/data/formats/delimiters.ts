import type { Delimiter } from '../../core/column-mapping.ts';

type Separator = Exclude<Delimiter, 'json'>;

/** In this order where several would do. */
const SEPARATORS: readonly Separator[] = ['\t', '::', ';', ',', '|'];

/** What separates the columns of these lines: what gives all of them the same number of columns, most of all; null where nothing does. */
export function findSeparator(lines: readonly string[]): Separator | null {
  let best: { readonly separator: Separator; readonly width: number } | null = null;
  for (const separator of SEPARATORS) {
    const widths = new Set(lines.map((line) => splitLine(line, separator).length));
    const [width = 1] = widths;
    if (widths.size === 1 && width > (best?.width ?? 1)) best = { separator, width };
  }
  return best?.separator ?? separatorOfHeader(lines[0] ?? '');
}

/** Where lines differ, the first one decides; an error will name the line that does not fit. */
function separatorOfHeader(line: string): Separator | null {
  const widths = SEPARATORS.map((separator) => ({ separator, width: splitLine(line, separator).length }));
  const widest = widths.reduce((most, candidate) => (candidate.width > most.width ? candidate : most));
  return widest.width > 2 ? widest.separator : null;
}

/** The fields of a single line, quotes taken off. */
export function splitLine(line: string, separator: Separator): readonly string[] {
  const fields: string[] = [];
  let from = 0;
  for (;;) {
    const isQuoted = line[from] === '"';
    const close = isQuoted ? endOfQuoted(line, from) : from;
    const end = line.indexOf(separator, close);
    const text = line.slice(from, end < 0 ? line.length : end);
    fields.push(isQuoted ? text.replace(/^"|"$/g, '').replaceAll('""', '"') : text);
    if (end < 0) return fields;
    from = end + separator.length;
  }
}

function endOfQuoted(line: string, from: number): number {
  let at = from + 1;
  while (at < line.length && (line[at] !== '"' || line[at + 1] === '"')) at += line[at] === '"' ? 2 : 1;
  return at;
}
