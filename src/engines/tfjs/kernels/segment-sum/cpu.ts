import type { DataId, KernelConfig, TensorInfo } from '@tensorflow/tfjs';
import { scatterAddRows } from './arithmetic.ts';
import { readInputs, SEGMENT_SUM } from './inputs.ts';

/** What is used of tfjs' cpu backend. */
interface CpuBackend {
  readonly data: { get(dataId: DataId): { readonly values: Float32Array | Int32Array } };
  makeTensorInfo(shape: number[], dtype: 'float32', values: Float32Array): TensorInfo;
}

/** One pass over the batch, where the stock kernel makes one masked pass over the batch for every row of the table. */
export const segmentSumCpu: KernelConfig = {
  kernelName: SEGMENT_SUM,
  backendName: 'cpu',
  kernelFunc({ inputs, backend, attrs }) {
    const cpu = backend as CpuBackend;
    const { x, segmentIds, rows, width, outputShape } = readInputs(inputs, attrs ?? {});
    const out = new Float32Array(rows * width);
    scatterAddRows(cpu.data.get(x.dataId).values as Float32Array, cpu.data.get(segmentIds.dataId).values, out, width);
    return cpu.makeTensorInfo(outputShape, 'float32', out);
  },
};
