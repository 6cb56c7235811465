import { FieldProblem } from './field-values.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const SHORT = 40;

/** The text of bytes in UTF-8. Throws a FieldProblem where they are none. */
export function decodeText(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= SHORT) {
    // A decoder takes longer to start than a short text takes to read.
    let text = '';
    let at = from;
    for (; at < to && (bytes[at] as number) < 128; at++) text += String.fromCharCode(bytes[at] as number);
    if (at === to) return text;
  }
  try {
    return UTF8.decode(bytes.subarray(from, to));
  } catch {
    throw new FieldProblem('the text is not valid UTF-8: save the file in that encoding');
  }
}

/** The line, from 1, of the first byte that is no UTF-8; null where all is. */
export function firstLineNotUtf8(bytes: Uint8Array): number | null {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    try {
      UTF8.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to + 1;
  }
  return null;
}
