import { LabError, LESS } from '../../../core/errors.ts';
import type { Address } from '../kernels.ts';

const PAGE = 65_536;

/** Of one thread alone: another may still look at a memory that was shared. */
let spare: WebAssembly.Memory | null = null;
const LARGEST_SPARE_BYTES = 32 * 2 ** 20;

/**
 * Memory for a plan of this many bytes, all 0. Throws a LabError of code `no-memory` where WebAssembly cannot address as much, or gets less.
 *
 * @param remedy what makes the plan smaller
 */
export function createMemory(bytes: number, shared: boolean, remedy: string = LESS): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE);
  if (!shared && spare?.buffer.byteLength === pages * PAGE) return takeSpare(spare);
  const needs = `The model needs ${Math.ceil(bytes / 2 ** 20)} MiB`;
  if (pages > 65_536) throw new LabError('no-memory', `${needs}; WebAssembly has 4096 at most.`, remedy);
  try {
    return shared
      ? new WebAssembly.Memory({ initial: pages, maximum: pages, shared })
      : new WebAssembly.Memory({ initial: pages });
  } catch (cause) {
    throw new LabError('no-memory', `${needs} of memory, which the browser does not give.`, LESS, { cause });
  }
}

/** The next model is often of the same size: to clear memory takes less than to get it from the system, page by page. */
export function returnMemory(memory: WebAssembly.Memory): void {
  if (memory.buffer instanceof ArrayBuffer && memory.buffer.byteLength <= LARGEST_SPARE_BYTES) spare = memory;
}

function takeSpare(memory: WebAssembly.Memory): WebAssembly.Memory {
  spare = null;
  new Uint8Array(memory.buffer).fill(0);
  return memory;
}

/** The whole of a memory that does not grow, by kind of number; an address counts bytes, so divide it. */
export interface Heap {
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
  readonly words: Int32Array;
}

export function viewHeap({ buffer }: WebAssembly.Memory): Heap {
  return { floats: new Float32Array(buffer), doubles: new Float64Array(buffer), words: new Int32Array(buffer) };
}

/** `length` floats from an address on. */
export function floatsAt({ floats }: Heap, address: Address, length: number): Float32Array {
  return floats.subarray(address / 4, address / 4 + length);
}

/** `length` 32-bit integers from an address on. */
export function wordsAt({ words }: Heap, address: Address, length: number): Int32Array {
  return words.subarray(address / 4, address / 4 + length);
}
