import type { EngineName } from '../core/hyperparameters.ts';
import type { Engine } from './engine.ts';
import { findWebglRenderer } from './tfjs/webgl-renderer.ts';
import type { OptimizerName } from './trainer.ts';

/** An engine that this machine may have. Nothing of it is loaded before it is started. */
export interface EngineOffer {
  readonly name: EngineName;
  readonly label: string;
  /** Why it is not worth trying unasked, in one sentence; null where it is. */
  readonly drawback: string | null;
  readonly optimizers: readonly OptimizerName[];
  /** Throws an Error where it does not start. */
  start(): Promise<Engine>;
}

const TFJS_OPTIMIZERS = ['adam', 'sgd'] as const;

/** Every engine, those that a GPU runs first. */
export function listOffers(): readonly EngineOffer[] {
  return [webgl(), SIMD, WASM, CPU];
}

function webgl(): EngineOffer {
  const renderer = findWebglRenderer();
  const label = `TensorFlow.js WebGL (${renderer?.name ?? 'none'})`;
  return {
    name: 'webgl',
    label,
    drawback: drawbackOf(renderer),
    optimizers: TFJS_OPTIMIZERS,
    start: () => startTfjs('webgl', label),
  };
}

function drawbackOf(renderer: ReturnType<typeof findWebglRenderer>): string | null {
  if (renderer === null) return 'This browser offers no WebGL 2 to a worker.';
  return renderer.software ? 'WebGL is drawn by software here, not by a GPU.' : null;
}

const SIMD: EngineOffer = {
  name: 'simd',
  label: 'WebAssembly SIMD',
  drawback: null,
  optimizers: ['adam', 'lazy-adam', 'sgd'],
  start: async () => await (await import('./simd/start.ts')).startSimd(),
};

const WASM: EngineOffer = {
  name: 'wasm',
  label: 'TensorFlow.js WebAssembly',
  drawback: 'Slower than WebAssembly SIMD on every machine that was measured.',
  optimizers: TFJS_OPTIMIZERS,
  start: () => startTfjs('wasm', WASM.label),
};

const CPU: EngineOffer = {
  name: 'cpu',
  label: 'TensorFlow.js plain JavaScript',
  drawback: 'The slowest, never chosen unasked.',
  optimizers: TFJS_OPTIMIZERS,
  start: () => startTfjs('cpu', CPU.label),
};

async function startTfjs(backend: 'webgl' | 'wasm' | 'cpu', label: string): Promise<Engine> {
  return await (await import('./tfjs/start.ts')).startTfjs(backend, label);
}
