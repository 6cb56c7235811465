import type { Batch, Bulk } from '../plan/program.ts';

/** Where a command and the meetings of the threads stand in shared memory, as 32-bit words. */
export const ROUND = 0;
export const ARRIVED = 1;
export const SLEEPING = 2;
export const FAILED = 3;
const COMMAND = 4;
const FIRST = 5;
const COUNT = 6;
const STEP = 7;
/** As doubles. */
const RATE = 4;
const EPSILON = 5;

/** By their codes. */
const KINDS = ['stop', 'train', 'lay-out', 'predict', 'user', 'movie', 'period', 'userPeriod'] as const;

export type Command =
  | { readonly kind: 'train'; readonly batch: Batch }
  | { readonly kind: Bulk; readonly count: number }
  | { readonly kind: 'stop' };

/** The two views of one control block. */
export interface Control {
  readonly words: Int32Array;
  readonly doubles: Float64Array;
}

export function controlAt(memory: WebAssembly.Memory, address: number): Control {
  return { words: new Int32Array(memory.buffer, address, 16), doubles: new Float64Array(memory.buffer, address, 8) };
}

/** To be called before a meeting: plain writes before it are seen by whoever comes out of it. */
export function writeCommand({ words, doubles }: Control, command: Command): void {
  words[COMMAND] = KINDS.indexOf(command.kind);
  if (command.kind === 'train') {
    const { first, count, step, rate, epsilon } = command.batch;
    words[FIRST] = first;
    words[COUNT] = count;
    words[STEP] = step;
    doubles[RATE] = rate;
    doubles[EPSILON] = epsilon;
  } else if (command.kind !== 'stop') words[COUNT] = command.count;
}

export function readCommand({ words, doubles }: Control): Command {
  const kind = KINDS[words[COMMAND] as number] as Command['kind'];
  if (kind === 'stop') return { kind };
  const count = words[COUNT] as number;
  if (kind !== 'train') return { kind, count };
  const [first, step] = [words[FIRST] as number, words[STEP] as number];
  const [rate, epsilon] = [doubles[RATE] as number, doubles[EPSILON] as number];
  return { kind, batch: { first, count, step, rate, epsilon } };
}
