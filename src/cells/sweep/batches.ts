/** Hands things on several at a time: what is done with them costs about as much for many as for one. */
export interface Batches<Item> {
  add(item: Item): void;
  /** Hands on at once what waits. Resolves once all is taken. */
  flush(): Promise<void>;
}

/**
 * What comes alone is handed on in the next task.
 *
 * @param restMilliseconds the least from one batch to the next
 */
export function createBatches<Item>(take: (items: readonly Item[]) => Promise<unknown>, restMilliseconds: number): Batches<Item> {
  let waiting: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let taking: Promise<unknown> = Promise.resolve();
  let takenAt = Number.NEGATIVE_INFINITY;

  const takeAll = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    takenAt = performance.now();
    taking = Promise.all([taking, take(waiting)]);
    // It is thrown to who asks for all.
    taking.catch(() => undefined);
    waiting = [];
  };

  return {
    add(item) {
      waiting.push(item);
      timer ??= setTimeout(takeAll, Math.max(0, takenAt + restMilliseconds - performance.now()));
    },
    async flush() {
      takeAll();
      await taking;
    },
  };
}
