/** Which of two ways to do pieces of work is the faster at the moment. */
export interface Pace {
  /** Which way the next piece is to go. */
  readonly next: Way;
  /** What that piece cost: milliseconds for each unit of work. */
  note(cost: number): void;
}

export type Way = 'together' | 'alone';

/** Pieces in a row that the way not in use is tried for. */
const TRIAL = 8;

/** A trial ends early once it has cost this many times what it would have the usual way. */
const PATIENCE = 4;

/** Pieces between two trials: at least, and at most when the other way has lost again and again. */
const SOONEST = 64;
const LATEST = 4096;

/** How much slower than the other was, the way in use may become before the other is tried out of turn. */
const SLACK = 1.2;

/** A piece's weight in the running mean of costs. */
const WEIGHT = 1 / 16;

/** Goes on with the faster way and tries the other from time to time: what else runs on the machine changes. */
export function createPace(): Pace {
  const costs: Record<Way, number> = { together: 0, alone: 0 }; // 0: not known yet
  let way: Way = 'together';
  let trial: Way | null = null;
  let pieces = SOONEST - TRIAL; // Since the last trial, or in this one
  let spent = 0; // In this trial
  let wait = SOONEST;

  function noteUsual(cost: number): void {
    const known = costs[way];
    costs[way] = known === 0 ? cost : known + (cost - known) * WEIGHT;
    const other = way === 'together' ? 'alone' : 'together';
    pieces++;
    if (pieces < wait && (pieces < SOONEST || costs[way] < costs[other] * SLACK)) return;
    trial = other;
    pieces = 0;
    spent = 0;
  }

  function noteTrial(tried: Way, cost: number): void {
    spent += cost;
    pieces++;
    if (pieces < TRIAL && spent < PATIENCE * TRIAL * costs[way]) return;
    costs[tried] = spent / pieces;
    const won = costs[tried] < costs[way];
    wait = won ? SOONEST : Math.min(LATEST, wait * 2);
    if (won) way = tried;
    trial = null;
    pieces = 0;
  }

  return {
    get next() {
      return trial ?? way;
    },
    note(cost) {
      if (trial) noteTrial(trial, cost);
      else noteUsual(cost);
    },
  };
}
