import type { DataId, KernelConfig, TensorInfo } from '@tensorflow/tfjs';
import { type Grouped, groupPositions } from '../../../../core/grouping.ts';
import { readInputs, SEGMENT_SUM } from './inputs.ts';

/** What is used of tfjs' webgl backend. */
interface WebglBackend {
  makeTensorInfo(shape: number[], dtype: 'int32', values: Int32Array): TensorInfo;
  readSync(dataId: DataId): ArrayLike<number>;
  compileAndRun(program: object, inputs: readonly TensorInfo[], dtype: 'float32'): TensorInfo;
  disposeIntermediateTensorInfo(tensor: TensorInfo): void;
}

interface UploadedRows {
  readonly order: TensorInfo;
  readonly offsets: TensorInfo;
}

/**
 * Each output texel adds up its own run of the sorted batch: work in proportion to batch × width + rows × width, where the
 * stock kernel lets every texel read the whole batch.
 */
export const segmentSumWebgl: KernelConfig = {
  kernelName: SEGMENT_SUM,
  backendName: 'webgl',
  kernelFunc({ inputs, backend, attrs }) {
    const webgl = backend as WebglBackend;
    const { x, segmentIds, rows, width, outputShape } = readInputs(inputs, attrs ?? {});
    const sorted = groupPositions(webgl.readSync(segmentIds.dataId), rows);
    const { order, offsets } = upload(webgl, sorted);
    const flat: TensorInfo = { ...x, shape: [sorted.order.length, width] };
    const sum = webgl.compileAndRun(segmentSumProgram(rows, width), [flat, order, offsets], 'float32');
    for (const tensor of [order, offsets]) webgl.disposeIntermediateTensorInfo(tensor);
    return { ...sum, shape: outputShape };
  },
};

function upload(webgl: WebglBackend, { order, offsets }: Grouped): UploadedRows {
  return {
    order: webgl.makeTensorInfo([order.length], 'int32', order),
    offsets: webgl.makeTensorInfo([offsets.length], 'int32', offsets),
  };
}

const segmentSumProgram = (rows: number, width: number): object => ({
  variableNames: ['X', 'Order', 'Offsets'],
  outputShape: [rows, width],
  userCode: `
    void main() {
      ivec2 at = getOutputCoords(); // (row, factor)
      int from = int(getOffsets(at.x));
      int to = int(getOffsets(at.x + 1));
      float sum = 0.;
      for (int k = from; k < to; k++) sum += getX(int(getOrder(k)), at.y);
      setOutput(sum);
    }`,
});
