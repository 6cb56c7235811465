export const TAR_BLOCK = 512;
const TEXT = new TextDecoder();

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** A block begins a tar where its sum is the one it names: older ones have no other mark. */
export function isTar(head: Uint8Array): boolean {
  if (head.length < TAR_BLOCK) return false;
  const written = numberAt(head, 148, 8);
  let sum = 0;
  for (let at = 0; at < TAR_BLOCK; at++) sum += at >= 148 && at < 156 ? 32 : (head[at] as number);
  return sum === written;
}

/** Up to the first zero. */
export function textIn(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return TEXT.decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/** In octal digits; from 8 GB on in bytes. */
export function numberAt(header: Uint8Array, from: number, length: number): number {
  const field = header.subarray(from, from + length);
  if ((field[0] as number) < 128) return Number.parseInt(textIn(field).trim() || '0', 8);
  return field.subarray(1).reduce((value, byte) => value * 256 + byte, 0);
}
