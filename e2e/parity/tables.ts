import * as tf from '@tensorflow/tfjs';
import type { Device, Lookup } from '../../src/engines/tfjs/device.ts';
import { startTfjs } from '../../src/engines/tfjs/start.ts';
import { createWebglDevice } from '../../src/engines/tfjs/webgl/device.ts';
import type { WebglBackend } from '../../src/engines/tfjs/webgl/program.ts';
import { createWebgpuDevice } from '../../src/engines/tfjs/webgpu/device.ts';
import type { WebgpuBackend } from '../../src/engines/tfjs/webgpu/program.ts';

/** The rows of a table on the GPU that a lookup, or reading the table, gives back with any number changed. */
export async function findWrongRows(backend: 'webgl' | 'webgpu', rows: number, columns: number): Promise<readonly number[]> {
  await startTfjs(backend, backend);
  if (backend === 'webgl') return await wrongRows(createWebglDevice(tf.backend() as WebglBackend), rows, columns);
  return await wrongRows(createWebgpuDevice(tf.backend() as WebgpuBackend), rows, columns);
}

async function wrongRows<L extends Lookup, B extends L>(device: Device<L, B>, rows: number, columns: number): Promise<number[]> {
  const table = device.createTable(rows, columns, 'movie', { optimizer: 'adam', momentum: 0, clip: 0 });
  const values = Float32Array.from({ length: rows * columns }, (_, i) => i + 1);
  table.load({ weights: values, first: new Float32Array(), second: new Float32Array() });
  const movies = Int32Array.from({ length: rows }, (_, i) => rows - 1 - i);
  const gathered = tf.tidy(() => table.gather(device.createLookup({ users: new Int32Array(rows), movies })));
  const [found, read] = [await gathered.data(), await table.read()];
  gathered.dispose();
  table.dispose();
  device.dispose();
  const isRight = (row: number, column: number) => {
    const expected = values[row * columns + column];
    return read[row * columns + column] === expected && found[(rows - 1 - row) * columns + column] === expected;
  };
  const all = Array.from({ length: rows }, (_, row) => row);
  return all.filter((row) => !Array.from({ length: columns }, (_, column) => isRight(row, column)).every(Boolean));
}
