import type { EngineName } from './hyperparameters.ts';

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
}
