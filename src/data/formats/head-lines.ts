/** Enough bytes to tell a layout by, whatever the lines are like. */
export const HEAD = 2 ** 16;
/** A quoted text may go on for so many lines. */
const MOST_LINES = 50;

/** The lines of the beginning of a file that are not blank; what a quoted text spans is one. */
export interface HeadLines {
  readonly lines: readonly string[];
  /** Whether lines end in a carriage return alone. */
  readonly carriageReturns: boolean;
}

/** `isCut`: there is more to come, so the last line may be cut off. */
export function headLines(text: string, isCut: boolean, said?: boolean): HeadLines {
  const carriageReturns = said ?? (text.includes('\r') && !text.includes('\n'));
  const all = (carriageReturns ? text.replaceAll('\r', '\n') : text).split('\n').map((line) => line.replace(/\r$/, ''));
  const whole = isCut && all.length > 1 ? all.slice(0, -1) : all;
  const isJson = /^\s*[{[]/.test(text);
  return { lines: (isJson ? whole : joinQuoted(whole)).filter((line) => line.trim() !== ''), carriageReturns };
}

const hasOpenQuote = (line: string): boolean => /(^|[,;]) *"/.test(line) && hasOddQuotes(line);
const hasOddQuotes = (line: string): boolean => (line.match(/"/g) ?? []).length % 2 === 1;

function joinQuoted(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const after = hasOpenQuote(line) ? lines.slice(at + 1, at + 1 + MOST_LINES).findIndex(hasOddQuotes) : -1;
    const end = at + 1 + after;
    joined.push(after < 0 ? line : lines.slice(at, end + 1).join('\n'));
    if (after >= 0) at = end;
  }
  return joined;
}
