import { malformed } from './malformed.ts';

/**
 * Splits CSV text (RFC 4180: commas, double quotes, doubled inside) into records. Line ends may be CRLF or LF. A quoted field
 * may span lines; `line` is where its record begins.
 */
export function* csvRecords(
  text: string,
  file: string,
): Generator<{ readonly line: number; readonly fields: readonly string[] }> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = line;
    const fields: string[] = [];
    for (;;) {
      if (text[at] === '"') {
        const { value, next } = quotedField(text, at, file, start);
        fields.push(value);
        line += countLines(text, at, next);
        at = next;
      } else {
        const end = fieldEnd(text, at);
        fields.push(text.slice(at, end));
        at = end;
      }
      if (text[at] !== ',') break;
      at++;
    }
    const isReturn = text[at] === '\r';
    if (isReturn) at++;
    if (at < text.length && text[at] !== '\n') {
      throw malformed(file, start, isReturn ? 'a carriage return stands inside the line' : 'text follows a closing quote');
    }
    at++;
    line++;
    if (fields.length > 1 || fields[0] !== '') yield { line: start, fields };
  }
}

function quotedField(text: string, from: number, file: string, line: number): { readonly value: string; readonly next: number } {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw malformed(file, line, 'a quote is never closed');
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function fieldEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The position of each named column in a header. Throws a LabError that names the missing one. */
export function columnsOf<Name extends string>(
  header: readonly string[],
  names: readonly Name[],
  file: string,
): Readonly<Record<Name, number>> {
  const positions = names.map((name) => [name, header.indexOf(name)] as const);
  const missing = positions.find(([, position]) => position < 0);
  if (missing) throw malformed(file, 1, `the header has no column “${missing[0]}”`);
  return Object.fromEntries(positions) as Record<Name, number>;
}
