import type { EngineCheck } from '../core/engine-check.ts';
import type { EngineName } from '../core/hyperparameters.ts';
import type { CreateTrainer } from './trainer.ts';

/** An engine that has been started and can train. */
export interface Engine {
  readonly name: EngineName;
  /** Such as "WebGL (ANGLE (Intel …))" or "WebAssembly SIMD, 2 threads". */
  readonly label: string;
  readonly create: CreateTrainer;
  /** Aborted when the engine is gone for good, such as by a lost WebGL context; the reason is a sentence. */
  readonly lost: AbortSignal;
  /** Tensors alive in TensorFlow.js; 0 for an engine that has none. */
  tensors(): number;
}

export interface ChosenEngine {
  readonly engine: Engine;
  /** Why this one: one sentence. */
  readonly reason: string;
  /** What the choice went by. */
  readonly checks: readonly EngineCheck[];
}
