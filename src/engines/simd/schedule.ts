import { stepRule } from '../step-rule.ts';
import type { UpdateRule } from '../trainer.ts';
import { createBacklog } from './backlog/backlog.ts';
import { type Rates, RING, type ScheduleTables } from './backlog/tables.ts';

/**
 * When table rows are updated. A dense step of Adam or of SGD with momentum moves every row, but between two batches that read
 * a row its gradient is 0 and its moments only shrink. So rows keep the step they last learned in (a stamp), and are settled
 * when they are next read: all the missed steps together are
 * w ← w − rate · m / (√v + centre) · (1 + spread / (√v + centre)²), with three numbers that depend on the stamp alone and are
 * kept for each (`Backlog`).
 */
export interface Schedule {
  /** Opens step `t` (from 1) and sets its rule; returns what updates dense tables: w ← w − rate · m / (√v + epsilon). */
  open(t: number, learningRate: number): Rates;
  /** Adds step `t`, in which rows were settled as of step t − 1, to what rows still need. */
  close(t: number, rates: Rates): void;
  /** Notes that all rows have been settled at step `t` and stamped with it. */
  rest(t: number): void;
  /** How many more steps may be begun before all rows have to be settled. */
  left(t: number): number;
}

/** `steps`: made so far, after which all rows have been settled. */
export function createSchedule(updates: UpdateRule, tables: ScheduleTables, steps: number): Schedule {
  const { entries, rule } = tables;
  const limit = updates.clip === 0 ? Number.POSITIVE_INFINITY : updates.clip;
  const backlog = createBacklog(updates, tables);
  let restedAt = steps;
  entries.fill(0);
  return {
    open(t, learningRate) {
      const { keep1, keep2, gain1, gain2, rate, epsilon } = stepRule(updates, t, learningRate);
      rule.set([keep1, keep2, gain1, gain2, limit]);
      return { rate, epsilon };
    },
    close: (t, rates) => backlog.add(t, restedAt, rates),
    rest(t) {
      restedAt = t;
      entries.fill(0);
      backlog.rest(t);
    },
    left: (t) => RING - 1 - (t - restedAt),
  };
}
