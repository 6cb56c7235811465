/** Fewer need no care for how often they are in memory. */
export const LARGE_NUMBERS = 2 ** 20;

/** Copies pieces into a blob, one after the other: a browser copies what goes into one, and lets go of the copy once it has put it aside. */
export async function putAside(pieces: Iterable<Float32Array>): Promise<Blob> {
  const blobs: Blob[] = [];
  let last: Promise<unknown> | undefined;
  for (const piece of pieces) {
    const blob = new Blob([piece as Float32Array<ArrayBuffer>]);
    await last;
    // What can be read has been put aside. The next piece is copied meanwhile.
    last = blob.slice(0, 1).arrayBuffer();
    blobs.push(blob);
  }
  await last;
  return new Blob(blobs);
}
