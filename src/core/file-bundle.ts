/** Several files that were opened together, as one: a tar of them, by reference. */
export const BUNDLE_TYPE = 'application/x-matinee-files';

const BLOCK = 512;

/**
 * Puts files, with their paths, into one that is opened as any tar is. The bytes are not read, nor copied. Named by all of them, in so
 * far as names stay short.
 */
export function bundleFiles(files: readonly { readonly path: string; readonly file: File }[]): File {
  const parts = files.flatMap(({ path, file }) => [headerOf(path, file), file, new Uint8Array(-file.size & (BLOCK - 1))]);
  const [first = '', ...others] = files.map(({ file }) => file.name);
  const name =
    others.length === 0 ? first : others.length === 1 ? `${first} and ${others[0]}` : `${first} and ${others.length} more`;
  return new File([...parts, new Uint8Array(2 * BLOCK)], name, { type: BUNDLE_TYPE });
}

/** POSIX: a long path stands in a record of its own. */
function headerOf(path: string, file: File): Blob {
  const written = new TextEncoder().encode(path);
  if (written.length <= 100) return new Blob([header(written, file.size, '0')]);
  const record = recordOf(path);
  const padding = new Uint8Array(-record.length & (BLOCK - 1));
  return new Blob([
    header(new TextEncoder().encode('PaxHeader'), record.length, 'x'),
    record,
    padding,
    header(written.subarray(0, 100), file.size, '0'),
  ]);
}

/** Begins with its own length. */
function recordOf(path: string): Uint8Array<ArrayBuffer> {
  const rest = ` path=${path}\n`;
  const bytes = new TextEncoder().encode(rest).length;
  let length = bytes;
  while (length !== bytes + String(length).length) length = bytes + String(length).length;
  return new TextEncoder().encode(`${length}${rest}`);
}

function header(path: Uint8Array, size: number, kind: '0' | 'x'): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(BLOCK);
  const put = (at: number, text: string): void => bytes.set(new TextEncoder().encode(text), at);
  bytes.set(path, 0);
  put(100, '0000644\0');
  put(124, `${size.toString(8).padStart(11, '0')}\0`);
  put(148, '        ');
  put(156, kind);
  put(257, 'ustar\x0000');
  put(
    148,
    `${bytes
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
  );
  return bytes;
}
