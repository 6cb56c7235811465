import * as tf from '@tensorflow/tfjs';

/** What is used of the backends that keep tensors in memory that JavaScript sees. */
interface ArrayBackend {
  typedArrayFromHeap?(tensor: tf.TensorInfo): Float32Array;
  readonly data?: { get(dataId: tf.DataId): { readonly values: Float32Array } };
}

/** The tensor's own memory, not a copy. Valid until the next allocation. */
export function memoryOf(tensor: tf.Tensor): Float32Array {
  const backend = tf.backend() as unknown as ArrayBackend;
  return backend.typedArrayFromHeap?.(tensor) ?? (backend.data?.get(tensor.dataId).values as Float32Array);
}
