import { getKernel, type KernelConfig, registerKernel, unregisterKernel } from '@tensorflow/tfjs';
import { segmentSumCpu } from './segment-sum/cpu.ts';
import { segmentSumWasm } from './segment-sum/wasm.ts';
import { segmentSumWebgl } from './segment-sum/webgl.ts';

const REPAIRED: readonly KernelConfig[] = [segmentSumCpu, segmentSumWasm, segmentSumWebgl];

/** Puts our kernels in the place of tfjs' own, so that every tf.layers.embedding trains fast. May be called again. */
export function registerKernels(): void {
  for (const kernel of REPAIRED) {
    const stock = getKernel(kernel.kernelName, kernel.backendName);
    if (stock?.kernelFunc === kernel.kernelFunc) continue;
    if (stock) unregisterKernel(kernel.kernelName, kernel.backendName);
    registerKernel(kernel);
  }
}
