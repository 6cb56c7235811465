import { CACHE_LINE } from '../memory/arena.ts';
import type { Batch, Bulk, Program } from '../plan/work.ts';

/** Where the rounds of work and the command of the one that goes stand in shared memory, as 32-bit words. */
export const ROUND = 0;
export const DONE = 1;
export const WAITING = 2;
export const ENDED = 3;
const COMMAND = 4;
const PART = 5;
const FIRST = 6;
const COUNT = 7;
const STEP = 8;
/** As doubles. */
const RATE = 6;
const EPSILON = 7;
/** From here on, the round in which each share was last begun: a word for each. */
export const BEGUN = 16;

const WORDS_OF_LINE = CACHE_LINE / 4;

/**
 * Where the round stands that a thread was last called to, from 1; whether it sleeps is in the next word. On a cache line that nobody else
 * writes: while a thread looks there, the others take shares.
 */
export const calledAt = (shares: number, thread: number): number =>
  BEGUN + (Math.ceil(shares / WORDS_OF_LINE) + thread - 1) * WORDS_OF_LINE;

/** No more threads than shares are of use. */
const length = (shares: number): number => calledAt(shares, shares);

/** By their codes. */
const KINDS = ['train', 'lay-out', 'predict', 'user', 'movie', 'period', 'userPeriod'] as const;

export type Command =
  | { readonly kind: 'train'; readonly part: number; readonly batch: Batch }
  | { readonly kind: Bulk; readonly count: number };

/** The two views of one control block. */
export interface Control {
  readonly words: Int32Array;
  readonly doubles: Float64Array;
}

export const controlBytes = (shares: number): number => 4 * length(shares);

export function controlAt(memory: WebAssembly.Memory, address: number, shares: number): Control {
  return {
    words: new Int32Array(memory.buffer, address, length(shares)),
    doubles: new Float64Array(memory.buffer, address, 8),
  };
}

/** To be called before its round opens: whoever begins a share of it sees these plain writes. */
export function writeCommand({ words, doubles }: Control, command: Command): void {
  words[COMMAND] = KINDS.indexOf(command.kind);
  if (command.kind === 'train') {
    const { first, count, step, rate, epsilon } = command.batch;
    words[PART] = command.part;
    words[FIRST] = first;
    words[COUNT] = count;
    words[STEP] = step;
    doubles[RATE] = rate;
    doubles[EPSILON] = epsilon;
  } else words[COUNT] = command.count;
}

/** To be called with a share begun: the next command is written when all shares are done. */
export function readCommand({ words, doubles }: Control): Command {
  const kind = KINDS[words[COMMAND] as number] as Command['kind'];
  const count = words[COUNT] as number;
  if (kind !== 'train') return { kind, count };
  const [part, first, step] = [words[PART] as number, words[FIRST] as number, words[STEP] as number];
  const [rate, epsilon] = [doubles[RATE] as number, doubles[EPSILON] as number];
  return { kind, part, batch: { first, count, step, rate, epsilon } };
}

/** Does a program's share of a command. */
export function carryOut(program: Program, command: Command): void {
  if (command.kind === 'train') program.train[command.part]?.(command.batch);
  else program.bulk[command.kind](command.count);
}
