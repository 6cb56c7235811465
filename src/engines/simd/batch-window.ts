import type { Machine } from './machine.ts';
import { wordsAt } from './memory/heap.ts';

/** A batch of the epoch, laid out in the machine's window. */
export interface PlacedBatch {
  /** Its first example, counted from the start of the window. */
  readonly first: number;
  readonly count: number;
  /** Whether it is the last of its epoch. */
  readonly isLast: boolean;
}

/** The batches of an epoch, as many of them in the machine's window at a time as it has room for. */
export interface BatchWindow {
  /** Sets the order of the examples in the coming epoch: not a copy of it is kept. */
  begin(order: Int32Array): void;
  /** Finds a batch (0-based), and lays it out with those after it where it is not in the window. A RangeError where there is none. */
  place(index: number): PlacedBatch;
  /** Forgets what is laid out: the window is about to be used for something else. */
  clear(): void;
}

export function createBatchWindow({ plan, heap, team }: Machine, batchSize: number): BatchWindow {
  const { window } = plan;
  let order: Int32Array = new Int32Array();
  /** The examples of the epoch that are laid out: from … to − 1. */
  let held = { from: 0, to: 0 };

  function layOut(from: number): void {
    const to = Math.min(order.length, from + Math.floor(window.size / batchSize) * batchSize);
    wordsAt(heap, window.positions, to - from).set(order.subarray(from, to));
    team.bulk('lay-out', to - from);
    held = { from, to };
  }

  function clear(): void {
    held = { from: 0, to: 0 };
  }

  return {
    begin(next) {
      order = next;
      clear();
    },
    place(index) {
      const from = index * batchSize;
      const to = Math.min(order.length, from + batchSize);
      if (!(Number.isInteger(index) && index >= 0 && from < to)) throw new RangeError(`The epoch has no batch ${index}`);
      if (from < held.from || to > held.to) layOut(from);
      return { first: from - held.from, count: to - from, isLast: to === order.length };
    },
    clear,
  };
}
