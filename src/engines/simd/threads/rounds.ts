import { BEGUN, DONE, ENDED, ROUND, SLEEPING, WAITING } from './control.ts';

/** Why no round comes any more. */
const DISMISSED = 1;
const FAILED = 2;

/**
 * Looks this often before it goes to sleep: some twenty microseconds. Two threads may have to share a core for a while, and one
 * that looks for long keeps the other from what it waits for.
 */
const SPINS = 10_000;

/** What was being worked out is lost, and so are the threads. */
export class ThreadFailure extends Error {}

/** Opens the next round, with no share begun; returns its number. `wakes` those that sleep. */
export function openRound(words: Int32Array, wakes: boolean): number {
  Atomics.store(words, DONE, 0);
  const round = (Atomics.add(words, ROUND, 1) + 1) | 0;
  if (wakes && Atomics.load(words, SLEEPING) > 0) Atomics.notify(words, ROUND);
  return round;
}

/** Does the shares of a round that nobody has begun, one's own first. */
export function takeShares(words: Int32Array, round: number, own: number, shares: number, work: (share: number) => void): void {
  const before = (round - 1) | 0;
  for (let i = 0; i < shares; i++) {
    const share = (own + i) % shares;
    if (Atomics.compareExchange(words, BEGUN + share, before, round) !== before) continue;
    work(share);
    endShare(words);
  }
}

/** Waits until all shares are done. Throws a ThreadFailure where another thread has failed, or has kept one for `patience` milliseconds. */
export function waitForAll(words: Int32Array, shares: number, patience: number): void {
  for (let i = 0; i < SPINS && Atomics.load(words, DONE) < shares; i++);
  while (Atomics.load(words, DONE) < shares) sleepUntilDone(words, shares, patience);
  if (Atomics.load(words, ENDED) === FAILED) throw new ThreadFailure('A training thread has failed');
}

/** Waits for a round after `last`; returns its number, or null when there will be none. */
export function waitForRound(words: Int32Array, last: number): number | null {
  for (let i = 0; i < SPINS && Atomics.load(words, ROUND) === last; i++);
  Atomics.add(words, SLEEPING, 1);
  while (Atomics.load(words, ROUND) === last) Atomics.wait(words, ROUND, last);
  Atomics.sub(words, SLEEPING, 1);
  return Atomics.load(words, ENDED) === 0 ? Atomics.load(words, ROUND) : null;
}

/** Sends everyone home who waits for a round. */
export function dismiss(words: Int32Array): void {
  Atomics.store(words, ENDED, DISMISSED);
  openRound(words, true);
}

/** Gives up a share that was begun: its round ends, and is known to have failed. */
export function fail(words: Int32Array): void {
  Atomics.store(words, ENDED, FAILED);
  endShare(words);
}

function endShare(words: Int32Array): void {
  Atomics.add(words, DONE, 1);
  if (Atomics.load(words, WAITING) > 0) Atomics.notify(words, DONE);
}

function sleepUntilDone(words: Int32Array, shares: number, patience: number): void {
  Atomics.store(words, WAITING, 1);
  const done = Atomics.load(words, DONE);
  const outcome = done >= shares ? 'ok' : Atomics.wait(words, DONE, done, patience);
  Atomics.store(words, WAITING, 0);
  if (outcome === 'timed-out') throw new ThreadFailure('A training thread no longer answers');
}
