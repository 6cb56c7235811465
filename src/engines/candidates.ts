import { fetchPart } from '../core/fetch-part.ts';
import type { EngineName } from '../core/hyperparameters.ts';
import type { Engine } from './engine.ts';
import { findWebglRenderer, type WebglRenderer } from './tfjs/webgl-renderer.ts';
import { findWebgpuAdapter, type WebgpuAdapter } from './tfjs/webgpu-adapter.ts';
import type { OptimizerName } from './trainer.ts';

/** What an engine trains. */
export interface Abilities {
  readonly optimizers: readonly OptimizerName[];
  /** Whether it trains what looks at more than users and movies, and with every loss; else only the squared error. */
  readonly featuresAndLosses: boolean;
  /** Whether it solves for whole rows, which the loss `implicit` asks for. */
  readonly solves: boolean;
  /** Whether it learns a list beside the stars, and trains with gravity. */
  readonly lists: boolean;
}

/** An engine that this machine may have. Nothing of it is loaded before it is started. */
export interface EngineCandidate extends Abilities {
  readonly name: EngineName;
  readonly label: string;
  /** Why it is not worth trying unasked, in one sentence; null where it is. */
  readonly drawback: string | null;
  /** Whether the number of its threads is to be chosen. */
  readonly threaded: boolean;
  /** Throws an Error where it does not start. `threads`: how many a run begins with, all that there are where absent; only of one that is threaded. */
  start(threads?: number): Promise<Engine>;
}

const TFJS_OPTIMIZERS = ['adam', 'sgd', 'adagrad'] as const;

/** Every engine. */
export interface Candidates {
  readonly onCpu: readonly EngineCandidate[];
  /** Those that a GPU runs. It is asked for its name, which takes up to a tenth of a second. */
  listOnGpu(): Promise<readonly EngineCandidate[]>;
  /** Of each of those. */
  readonly onGpu: Abilities;
}

/** The engines of this machine. What most models are trained on is fetched meanwhile. */
export function findCandidates(): Candidates {
  // What is amiss with it is said when it is started.
  void fetchSimd()
    .then(({ makeReady }) => makeReady())
    .catch(() => undefined);
  return {
    onCpu: [SIMD, WASM, CPU],
    listOnGpu: async () => [webgpuCandidate(await findWebgpuAdapter()), webglCandidate(findWebglRenderer())],
    onGpu: ON_GPU,
  };
}

const ON_GPU: Abilities = {
  optimizers: TFJS_OPTIMIZERS,
  featuresAndLosses: false,
  solves: false,
  lists: false,
};

/** `adapter`: null where WebGPU has none; undefined where there is no WebGPU. */
export function webgpuCandidate(adapter: WebgpuAdapter | null | undefined): EngineCandidate {
  const label = `TensorFlow.js WebGPU (${adapter?.name ?? 'none'})`;
  return {
    name: 'webgpu',
    label,
    drawback: webgpuDrawback(adapter),
    ...ON_GPU,
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
    ...ON_GPU,
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
  start: async (threads) => await (await fetchSimd()).startSimd(undefined, threads),
};

const fetchSimd = () => fetchPart(() => import('./simd/start.ts'));

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
