/** How long a block of users should take, so that messages come in. */
const BLOCK_MILLISECONDS = 40;
/** How many scores are held at once at most: 8 MiB. */
const MOST_SCORES = 2 ** 21;
const FIRST_SCORES = 2 ** 16;

/**
 * Scores users block by block: each block is scored when the one before it was taken, and is as large as takes some forty milliseconds with
 * what is done with it. Yields how many users are done.
 */
export async function* scoreUsers(
  users: Int32Array,
  movies: number,
  work: (users: Int32Array) => Promise<void>,
  now: () => number = () => performance.now(),
): AsyncGenerator<number, void> {
  let size = Math.max(1, Math.floor(FIRST_SCORES / movies));
  for (let from = 0; from < users.length; ) {
    const block = users.subarray(from, from + size);
    const start = now();
    await work(block);
    from += block.length;
    yield from;
    const fitting = Math.floor((size * BLOCK_MILLISECONDS) / Math.max(1, now() - start));
    size = Math.max(1, Math.min(2 * size, fitting, Math.floor(MOST_SCORES / movies)));
  }
}
