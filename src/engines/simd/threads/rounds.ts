import { BEGUN, DONE, ENDED, ROUND, WAITING } from './control.ts';

/** Why no round comes any more. */
const DISMISSED = 1;
const FAILED = 2;

/**
 * Looks this often before it goes to sleep: some twenty microseconds. Two threads may have to share a core for a while, with each other or
 * with the page's drawing, and one that looks for long keeps the other from what it waits for.
 */
const SPINS = 10_000;

/** What was being worked out is lost, and so are the threads. */
export class ThreadFailure extends Error {}

/** Opens the next round, with no share begun; returns its number. */
export function openRound(words: Int32Array): number {
  Atomics.store(words, DONE, 0);
  return (Atomics.add(words, ROUND, 1) + 1) | 0;
}

/** Calls a helper to a round. `called`: where it looks for that. */
export function callTo(words: Int32Array, called: number, round: number): void {
  Atomics.store(words, called, round);
  if (Atomics.load(words, called + 1) > 0) Atomics.notify(words, called);
}

/** Does the shares of a round that nobody has begun, from `first` on and then those before it. */
export function takeShares(words: Int32Array, round: number, first: number, shares: number, work: (share: number) => void): void {
  const before = (round - 1) | 0;
  for (let i = 0; i < shares; i++) {
    const share = (first + i) % shares;
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

/** Waits to be called to a round after `last`; returns its number, or null when there will be none. */
export function waitForRound(words: Int32Array, called: number, last: number): number | null {
  for (let i = 0; i < SPINS && Atomics.load(words, called) === last; i++);
  Atomics.store(words, called + 1, 1);
  while (Atomics.load(words, called) === last) Atomics.wait(words, called, last);
  Atomics.store(words, called + 1, 0);
  return Atomics.load(words, ENDED) === 0 ? Atomics.load(words, called) : null;
}

/** Sends everyone home who waits for a round. `called`: where each looks for one. */
export function dismiss(words: Int32Array, called: readonly number[]): void {
  Atomics.store(words, ENDED, DISMISSED);
  const round = openRound(words);
  for (const at of called) callTo(words, at, round);
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
