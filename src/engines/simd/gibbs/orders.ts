import type { Address } from '../kernels.ts';
import type { Heap } from '../memory/heap.ts';

/** What the shares of one side do: `rest` to `keep` prepare a sweep, `rows` draws or solves them, `err` adds up their errors. */
const TASKS = ['rest', 'sum', 'noise', 'regress', 'keep', 'rows', 'err'] as const;
export type Task = (typeof TASKS)[number];

/** What the calling thread tells all shares before a step. */
export interface Orders {
  readonly task: Task;
  readonly isUser: boolean;
  /** Of the normal numbers of this task. */
  readonly key: number;
  /** √ of the precision of the noise. */
  readonly root: number;
  /** The share of the mean that this sweep's rows have. */
  readonly weight: number;
  /** How many times the precision of the rows that of a bag's rows is. */
  readonly ridge: number;
}

export function writeOrders({ words, doubles }: Heap, at: Address, { task, isUser, key, root, weight, ridge }: Orders): void {
  words[at / 4] = TASKS.indexOf(task);
  words[at / 4 + 1] = isUser ? 1 : 0;
  words[at / 4 + 2] = key;
  doubles.set([root, weight, ridge], at / 8 + 2);
}

export function readOrders({ words, doubles }: Heap, at: Address): Orders {
  const [root, weight, ridge] = doubles.subarray(at / 8 + 2, at / 8 + 5) as unknown as [number, number, number];
  const task = TASKS[words[at / 4] as number] as Task;
  return { task, isUser: words[at / 4 + 1] === 1, key: words[at / 4 + 2] as number, root, weight, ridge };
}
