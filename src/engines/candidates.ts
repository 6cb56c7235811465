import { fetchPart } from '../core/fetch-part.ts';
import type { EngineName } from '../core/hyperparameters.ts';
import type { Engine } from './engine.ts';
import { findWebglRenderer, type WebglRenderer } from './tfjs/webgl-renderer.ts';
import { findWebgpuAdapter, type WebgpuAdapter } from './tfjs/webgpu-adapter.ts';
import type { OptimizerName } from './trainer.ts';

/** An engine that this machine may have. Nothing of it is loaded before it is started. */
export interface EngineCandidate {
  readonly name: EngineName;
  readonly label: string;
  /** Why it is not worth trying unasked, in one sentence; null where it is. */
  readonly drawback: string | null;
  readonly optimizers: readonly OptimizerName[];
  /** Whether it trains what looks at more than users and movies, and with every loss; else only the squared error. */
  readonly featuresAndLosses: boolean;
  /** Whether it solves for whole rows, which the loss `implicit` asks for. */
  readonly solves: boolean;
  /** Whether it learns a list beside the stars, and trains with gravity. */
  readonly lists: boolean;
  /** Whether the number of its threads is to be chosen. */
  readonly threaded: boolean;
  /** Throws an Error where it does not start. `threads`: how many a run begins with, all that there are where absent; only of one that is threaded. */
  start(threads?: number): Promise<Engine>;
}

const TFJS_OPTIMIZERS = ['adam', 'sgd', 'adagrad'] as const;

/** Every engine, those that a GPU runs first. */
export async function listCandidates(): Promise<readonly EngineCandidate[]> {
  return [webgpuCandidate(await findWebgpuAdapter()), webglCandidate(findWebglRenderer()), SIMD, WASM, CPU];
}

/** `adapter`: null where WebGPU has none; undefined where there is no WebGPU. */
export function webgpuCandidate(adapter: WebgpuAdapter | null | undefined): EngineCandidate {
  const label = `TensorFlow.js WebGPU (${adapter?.name ?? 'none'})`;
  return {
    name: 'webgpu',
    label,
    drawback: webgpuDrawback(adapter),
    optimizers: TFJS_OPTIMIZERS,
    featuresAndLosses: false,
    solves: false,
    lists: false,
    threaded: false,
    start: () => startTfjs('webgpu', label),
  };
}

function webgpuDrawback(adapter: WebgpuAdapter | null | undefined): string | null {
  if (adapter === undefined) return 'This browser has no WebGPU in workers.';
  if (adapter === null) return 'WebGPU finds no GPU here.';
  return adapter.software ? 'WebGPU runs in software here, not on a GPU.' : null;
}

export function webglCandidate(renderer: WebglRenderer | null): EngineCandidate {
  const label = `TensorFlow.js WebGL (${renderer?.name ?? 'none'})`;
  return {
    name: 'webgl',
    label,
    drawback: webglDrawback(renderer),
    optimizers: TFJS_OPTIMIZERS,
    featuresAndLosses: false,
    solves: false,
    lists: false,
    threaded: false,
    start: () => startTfjs('webgl', label),
  };
}

function webglDrawback(renderer: WebglRenderer | null): string | null {
  if (renderer === null) return 'This browser has no WebGL 2 in workers.';
  return renderer.software ? 'WebGL runs in software here, not on a GPU.' : null;
}

const SIMD: EngineCandidate = {
  name: 'simd',
  label: 'WebAssembly SIMD',
  drawback: null,
  optimizers: [...TFJS_OPTIMIZERS, 'lazy-adam', 'sgd-by-rating', 'gibbs', 'als'],
  featuresAndLosses: true,
  solves: true,
  lists: true,
  threaded: true,
  start: async (threads) => await (await fetchPart(() => import('./simd/start.ts'))).startSimd(undefined, threads),
};

const WASM: EngineCandidate = {
  name: 'wasm',
  label: 'TensorFlow.js WebAssembly',
  drawback: 'Slower than WebAssembly SIMD on every measured machine.',
  optimizers: TFJS_OPTIMIZERS,
  featuresAndLosses: true,
  solves: false,
  lists: false,
  threaded: false,
  start: () => startTfjs('wasm', WASM.label),
};

const CPU: EngineCandidate = {
  name: 'cpu',
  label: 'TensorFlow.js plain JavaScript',
  drawback: 'The slowest engine, never chosen automatically.',
  optimizers: TFJS_OPTIMIZERS,
  featuresAndLosses: true,
  solves: false,
  lists: false,
  threaded: false,
  start: () => startTfjs('cpu', CPU.label),
};

async function startTfjs(backend: Exclude<EngineName, 'simd'>, label: string): Promise<Engine> {
  return await (await fetchPart(() => import('./tfjs/start.ts'))).startTfjs(backend, label);
}
