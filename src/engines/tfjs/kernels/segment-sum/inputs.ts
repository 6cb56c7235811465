import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs';

export const SEGMENT_SUM = 'UnsortedSegmentSum';

/** The inputs of tfjs' UnsortedSegmentSum: x (batch, …) summed into `rows` segments of `width` numbers each. */
export interface SegmentSum {
  readonly x: TensorInfo;
  readonly segmentIds: TensorInfo;
  readonly rows: number;
  readonly width: number;
  readonly outputShape: number[];
}

export function readInputs(inputs: NamedTensorInfoMap, attrs: NamedAttrMap): SegmentSum {
  const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo };
  const rows = attrs.numSegments as number;
  const tail = x.shape.slice(segmentIds.shape.length);
  return { x, segmentIds, rows, width: tail.reduce((product, size) => product * size, 1), outputShape: [rows, ...tail] };
}
