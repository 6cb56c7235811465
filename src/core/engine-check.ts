import type { EngineName } from './hyperparameters.ts';

/** How fast an engine is on so many threads. */
export interface ThreadTiming {
  readonly threads: number;
  readonly ratingsPerSecond: number;
}

/** What was found out about one engine on this machine. */
export interface EngineCheck {
  readonly name: EngineName;
  /** Such as "TensorFlow.js WebGL (ANGLE (Intel …))" or "WebAssembly SIMD, 2 threads". */
  readonly label: string;
  /** Why it is out of the question here, in one sentence; null where it is right. */
  readonly problem: string | null;
  /** Of its losses and predictions from the double-precision reference over ten steps, relative; null where it did not run. */
  readonly error: number | null;
  /** On the data that is loaded; null where it was not timed. */
  readonly millisecondsPerStep: number | null;
  readonly ratingsPerSecond: number | null;
  /** How many were fastest when it was timed; null of an engine that has none to choose. */
  readonly threads: number | null;
  /** By number of threads; none of an engine that has none to choose. */
  readonly byThreads: readonly ThreadTiming[];
}
