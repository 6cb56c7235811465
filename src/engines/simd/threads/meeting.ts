import { ARRIVED, FAILED, ROUND, SLEEPING } from './control.ts';

/** Looks at the round this often before it goes to sleep: some ten microseconds, about what waking up takes. */
const SPINS = 20_000;

/**
 * A place where `threads` threads wait for each other, over and over (a barrier); what each wrote before is seen by all
 * after. Throws an Error where another thread has failed, or has not come within `patience` milliseconds.
 */
export function createMeeting(words: Int32Array, threads: number, patience: number): () => void {
  return () => {
    const round = Atomics.load(words, ROUND);
    if (Atomics.add(words, ARRIVED, 1) === threads - 1) openMeeting(words);
    else if (!spin(words, round)) sleep(words, round, patience);
    if (Atomics.load(words, FAILED) !== 0) throw new Error('A training thread has failed');
  };
}

/** Lets everyone go on who waits, whether or not all have come. */
export function openMeeting(words: Int32Array): void {
  Atomics.store(words, ARRIVED, 0);
  Atomics.add(words, ROUND, 1);
  if (Atomics.load(words, SLEEPING) > 0) Atomics.notify(words, ROUND);
}

/** Tells the others that this thread will not come to any further meeting. */
export function leave(words: Int32Array): void {
  Atomics.store(words, FAILED, 1);
  openMeeting(words);
}

function spin(words: Int32Array, round: number): boolean {
  for (let i = 0; i < SPINS; i++) if (Atomics.load(words, ROUND) !== round) return true;
  return false;
}

function sleep(words: Int32Array, round: number, patience: number): void {
  Atomics.add(words, SLEEPING, 1);
  const outcome = Atomics.wait(words, ROUND, round, patience);
  Atomics.sub(words, SLEEPING, 1);
  if (outcome === 'timed-out') throw new Error('A training thread no longer answers');
}
