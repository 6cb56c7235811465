import type { UpdateRule } from '../trainer.ts';
import { type Rates, RING, RULE_LENGTH } from './backlog/tables.ts';
import type { Machine } from './machine.ts';
import { floatsAt, wordsAt } from './memory/heap.ts';
import { blocksOf } from './memory/tables.ts';
import { createSchedule } from './schedule.ts';

/** Counts the training steps, and knows which rows still wait for their update. */
export interface RowClock {
  /** Taken so far. */
  readonly steps: number;
  /** Opens the next step; returns what its dense tables need. */
  begin(learningRate: number): Rates;
  /** Closes a step once it has been taken. */
  close(rates: Rates): void;
  /** Counts a step that leaves no row waiting. */
  pass(): void;
  /** Brings every row up to date. To be called at fixed steps only: when a row is settled decides over its last bits. */
  settleAll(): void;
  /** Does some work on rows that are up to date, and leaves them as they were. */
  whileSettled<Result>(work: () => Result): Result;
  /** Goes on after so many steps, with weights and moments that were put in place; no row waits. */
  restart(steps: number): void;
}

export function createRowClock(updates: UpdateRule, { plan, heap, kernels }: Machine): RowClock {
  const { entries, keeps, rests, rule } = plan.schedule;
  const tables = {
    entries: floatsAt(heap, entries, 4 * (1 + RING)),
    keeps: floatsAt(heap, keeps, 2 * RING),
    rests: floatsAt(heap, rests, 2 * RING),
    rule: floatsAt(heap, rule, RULE_LENGTH),
  };
  let schedule = createSchedule(updates, tables, 0);
  let steps = 0;
  let settledAt = 0;

  function settleRows(): void {
    for (const { column, stamps } of plan.columns) {
      for (const { address, stride, offset, span, rows } of blocksOf(plan.tables, column)) {
        kernels.settleRange(address, stride, offset, span, 0, rows, stamps, entries, rests, steps);
      }
    }
  }

  function settleAll(): void {
    if (settledAt === steps) return;
    settleRows();
    for (const { stamps, size } of plan.columns) wordsAt(heap, stamps, size).fill(steps);
    schedule.rest(steps);
    settledAt = steps;
  }

  function whileSettled<Result>(work: () => Result): Result {
    if (settledAt === steps) return work();
    const blocks = plan.tables.blocks.map(({ address, rows, stride }) => floatsAt(heap, address, (rows * stride) / 4));
    const kept = blocks.map((block) => block.slice());
    settleRows();
    try {
      return work();
    } finally {
      blocks.forEach((block, index) => {
        block.set(kept[index] as Float32Array);
      });
    }
  }

  return {
    get steps() {
      return steps;
    },
    begin(learningRate) {
      if (schedule.left(steps) === 0) settleAll();
      return schedule.open(steps + 1, learningRate);
    },
    close(rates) {
      schedule.close(++steps, rates);
    },
    pass() {
      settledAt = ++steps;
    },
    settleAll,
    whileSettled,
    restart(after) {
      for (const { stamps, size } of plan.columns) wordsAt(heap, stamps, size).fill(after);
      schedule = createSchedule(updates, tables, after);
      steps = after;
      settledAt = after;
    },
  };
}
