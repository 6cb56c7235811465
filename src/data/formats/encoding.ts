import type { Encoding, EncodingSign } from '../../core/table-format.ts';

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The byte order mark that a file begins with. */
export function bomOf(head: Uint8Array): { readonly encoding: Encoding; readonly length: number } | null {
  const [encoding, bytes] = BOMS.find(([, mark]) => mark.every((byte, at) => head[at] === byte)) ?? [];
  return encoding && bytes ? { encoding, length: bytes.length } : null;
}

/** Of plain letters, every other byte of UTF-16 is 0. */
const MOSTLY = 0.4;

/** How the beginning of a file is encoded. */
export const sniffEncoding = (head: Uint8Array): Encoding => encodingOf(head).encoding;

/** The same, and how it was found: by its mark, by zeros, by whether it is valid UTF-8. */
export function encodingOf(head: Uint8Array): { readonly encoding: Encoding; readonly sign: EncodingSign } {
  const bom = bomOf(head);
  if (bom) return { encoding: bom.encoding, sign: 'mark' };
  const half = head.length / 2;
  const zerosAt = (parity: 0 | 1): number => {
    let zeros = 0;
    for (let at = parity; at < head.length; at += 2) if (head[at] === 0) zeros++;
    return zeros;
  };
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  if (half > 2 && odd > half * MOSTLY && even === 0) return { encoding: 'utf-16le', sign: 'zeros' };
  if (half > 2 && even > half * MOSTLY && odd === 0) return { encoding: 'utf-16be', sign: 'zeros' };
  return isUtf8(head) ? { encoding: 'utf-8', sign: 'valid' } : { encoding: 'windows-1252', sign: 'invalid' };
}

/** Whether these are the first bytes of a text in UTF-8; a letter may be cut off at the end. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The text of the beginning of a file, without its mark. */
export const decodeHead = (head: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(head.subarray(0, head.length - (encoding.startsWith('utf-16') ? head.length % 2 : 0)));
