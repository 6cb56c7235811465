import * as tf from '@tensorflow/tfjs';
import { startTfjs } from '../../src/engines/tfjs/start.ts';
import { createWorkload, type Workload } from './workload.ts';

/** What a training step costs between JavaScript and the GPU. */
export interface Traffic {
  /** Programs launched a step, those included that tfjs runs by itself to convert layouts. */
  readonly launches: number;
  /** Over all steps counted: textures or buffers filled by JavaScript; a program's own few parameters are not counted. */
  readonly uploads: number;
  /** Over all steps counted: reads back of any kind. */
  readonly reads: number;
}

type Gpu = 'webgl' | 'webgpu';

const STEPS = 3;

/** Counts over three steps after the first, which uploads the epoch. */
export async function measureTraffic(backend: Gpu, workload: Workload): Promise<Traffic> {
  const engine = await startTfjs(backend, backend);
  const trainer = await engine.create(createWorkload({ ...workload, ratings: workload.batchSize * (STEPS + 1) }));
  trainer.beginEpoch(Int32Array.from({ length: workload.batchSize * (STEPS + 1) }, (_, i) => i));
  trainer.step(0, 1e-3);
  const { launches, uploads, reads } = COUNTERS[backend]();
  for (let step = 1; step <= STEPS; step++) trainer.step(step, 1e-3);
  const traffic = { launches: launches() / STEPS, uploads: uploads(), reads: reads() };
  trainer.dispose();
  return traffic;
}

const COUNTERS: Readonly<Record<Gpu, () => Readonly<Record<keyof Traffic, () => number>>>> = {
  webgl() {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2')?.constructor.prototype;
    return {
      launches: countCalls(tf.backend(), ['runWebGLProgram']),
      uploads: countCalls(gl, ['texSubImage2D', 'texImage2D', 'bufferData']),
      reads: countCalls(gl, ['readPixels', 'getBufferSubData']),
    };
  },
  webgpu: () => ({
    launches: countCalls(GPUComputePassEncoder.prototype, ['dispatchWorkgroups']),
    uploads: countCalls(GPUBuffer.prototype, ['getMappedRange']),
    reads: countCalls(GPUBuffer.prototype, ['mapAsync']),
  }),
};

/** Counts calls of these methods until the count is taken. */
function countCalls(target: object, names: readonly string[]): () => number {
  const methods = target as Record<string, (...args: unknown[]) => unknown>;
  let calls = 0;
  const restore = names.map((name) => {
    const own = Object.getOwnPropertyDescriptor(target, name);
    const original = methods[name] as (...args: unknown[]) => unknown;
    methods[name] = function (this: unknown, ...args) {
      calls++;
      return original.apply(this, args);
    };
    return () => {
      if (own) Object.defineProperty(target, name, own);
      else delete methods[name];
    };
  });
  return () => {
    for (const undo of restore) undo();
    return calls;
  };
}
