import type { Batch } from '../plan/program.ts';

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

const [TRAIN, PREDICT, STOP] = [1, 2, 3];

export type Command =
  | { readonly kind: 'train'; readonly batch: Batch }
  | { readonly kind: 'predict'; readonly count: number }
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
  if (command.kind === 'stop') {
    words[COMMAND] = STOP;
    return;
  }
  if (command.kind === 'predict') {
    words[COMMAND] = PREDICT;
    words[COUNT] = command.count;
    return;
  }
  const { first, count, step, rate, epsilon } = command.batch;
  words[COMMAND] = TRAIN;
  words[FIRST] = first;
  words[COUNT] = count;
  words[STEP] = step;
  doubles[RATE] = rate;
  doubles[EPSILON] = epsilon;
}

export function readCommand({ words, doubles }: Control): Command {
  const count = words[COUNT] as number;
  if (words[COMMAND] === STOP) return { kind: 'stop' };
  if (words[COMMAND] === PREDICT) return { kind: 'predict', count };
  const [first, step] = [words[FIRST] as number, words[STEP] as number];
  const [rate, epsilon] = [doubles[RATE] as number, doubles[EPSILON] as number];
  return { kind: 'train', batch: { first, count, step, rate, epsilon } };
}
