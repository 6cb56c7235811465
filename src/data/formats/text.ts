const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const SHORT = 40;

/** A text that was taken for UTF-8 is none: its file is to be read anew in another encoding. */
export class NotUtf8 extends Error {}

/** The text of bytes in UTF-8. Throws NotUtf8 where they are none. */
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
    throw new NotUtf8();
  }
}

const LOOSE = new TextDecoder();

/** The text of bytes, whatever they are, to be shown. */
export const decodeLoosely = (bytes: Uint8Array, from: number, to: number): string =>
  LOOSE.decode(bytes.subarray(from, to)).trim();
