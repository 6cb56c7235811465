import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm?url';
import wasmSimdUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';
import type { Engine } from '../engine.ts';
import { registerKernels } from './kernels/register.ts';
import { createTfjsTrainer } from './trainer.ts';
import { watchContext } from './webgl/context.ts';
import { watchDevice } from './webgpu/device-loss.ts';

export type TfjsBackend = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

const NEVER = new AbortController().signal;

/** Beyond this, tfjs frees the textures of past runs instead of keeping them for reuse. */
const POOLED_TEXTURE_BYTES = 2 ** 30;

/** Makes `backend` the one that TensorFlow.js uses. Throws an Error where it does not start. */
export function startTfjs(backend: TfjsBackend, label: string): Promise<Engine> {
  const started = latest.then(() => start(backend, label));
  latest = started.catch(() => undefined);
  return started;
}

/** One after another: the backend is global to TensorFlow.js, and the last one asked for must win. */
let latest: Promise<unknown> = Promise.resolve();

async function start(backend: TfjsBackend, label: string): Promise<Engine> {
  // The threaded build starts its threads from a path of its own that does not survive bundling.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  tf.env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', POOLED_TEXTURE_BYTES);
  setWasmPaths({
    'tfjs-backend-wasm-threaded-simd.wasm': wasmSimdUrl, // tfjs wants to know it, and never asks for it
    'tfjs-backend-wasm-simd.wasm': wasmSimdUrl,
    'tfjs-backend-wasm.wasm': wasmUrl,
  });
  if (backend === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu');
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no ${backend} backend here`);
  if (backend === 'webgl') checkWebgl();
  registerKernels();
  return {
    name: backend,
    label,
    lost: watch(backend),
    create: async (options) => createTfjsTrainer(options),
    tensors: () => tf.memory().numTensors,
  };
}

function watch(backend: TfjsBackend): AbortSignal {
  if (backend === 'webgpu') return watchDevice();
  return backend === 'webgl' ? watchContext() : NEVER;
}

/** Older WebGL cannot run our programs, and in 16 bits neither ids nor moments keep their digits. */
function checkWebgl(): void {
  const isEnough = tf.env().getNumber('WEBGL_VERSION') === 2 && tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED');
  if (!isEnough) throw new Error('WebGL 2 does not compute in 32 bits here');
}
