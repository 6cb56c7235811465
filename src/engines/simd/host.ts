import type { ThreadTask } from './threads/run-thread.ts';

/** The builds of assembly/: for memory of one thread or shared, without or with fused multiply-add. */
export type ModuleName = 'plain' | 'plain-relaxed' | 'shared' | 'shared-relaxed';

/** A helper thread that is at work. */
export interface Thread {
  /** Ends it at once. */
  terminate(): void;
}

/** What the engine needs from where it runs: a browser's worker, or Node. */
export interface SimdHost {
  /** How many threads to use, the calling one included; 1 where memory cannot be shared. */
  readonly threads: number;
  loadModule(name: ModuleName): Promise<WebAssembly.Module>;
  /** Resolves when the thread is ready for commands; rejects where it cannot start. */
  startThread(task: ThreadTask): Promise<Thread>;
  /** Hears why the engine goes on with one thread where it was to use more. */
  onFallback(error: Error): void;
}

/** The shortest module that needs relaxed SIMD: a function that returns f32x4.relaxed_madd of three constants. */
// biome-ignore format: by section
const RELAXED_PROBE = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, // magic, version
  0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, // type 0: () → v128
  0x03, 0x02, 0x01, 0x00, // function 0 has type 0
  0x0a, 0x13, 0x01, 0x11, 0x00, // code: one body of 17 bytes without locals
  0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f, // three times i32.const 0, i8x16.splat
  0xfd, 0x85, 0x02, 0x0b, // f32x4.relaxed_madd, end
]);

const hasRelaxedSimd = (): boolean => WebAssembly.validate(RELAXED_PROBE);

/** The fastest build that runs here. */
export function moduleName(threads: number): ModuleName {
  const kind = threads > 1 ? 'shared' : 'plain';
  return hasRelaxedSimd() ? `${kind}-relaxed` : kind;
}
