import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs';
import { scatterAddRows } from './arithmetic.ts';
import { readInputs, SEGMENT_SUM } from './inputs.ts';

/** What is used of tfjs' wasm backend. */
interface WasmBackend {
  makeOutput(shape: number[], dtype: 'float32'): TensorInfo;
  typedArrayFromHeap(tensor: TensorInfo): Float32Array | Int32Array;
}

/** tfjs' wasm backend has no such kernel at all (tensorflow/tfjs#8082). */
export const segmentSumWasm: KernelConfig = {
  kernelName: SEGMENT_SUM,
  backendName: 'wasm',
  kernelFunc({ inputs, backend, attrs }) {
    const wasm = backend as WasmBackend;
    const { x, segmentIds, width, outputShape } = readInputs(inputs, attrs ?? {});
    const output = wasm.makeOutput(outputShape, 'float32');
    // Views are taken after the allocation: it may have moved the heap.
    const out = wasm.typedArrayFromHeap(output).fill(0) as Float32Array;
    scatterAddRows(wasm.typedArrayFromHeap(x) as Float32Array, wasm.typedArrayFromHeap(segmentIds), out, width);
    return output;
  },
};
