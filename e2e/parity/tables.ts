import * as tf from '@tensorflow/tfjs';
import { startTfjs } from '../../src/engines/tfjs/start.ts';
import { createWebglDevice } from '../../src/engines/tfjs/webgl/device.ts';
import type { WebglBackend } from '../../src/engines/tfjs/webgl/program.ts';

/** The rows of a table on WebGL that a lookup, or reading the table, gives back with any number changed. */
export async function findWrongRows(rows: number, columns: number): Promise<readonly number[]> {
  await startTfjs('webgl', 'webgl');
  const device = createWebglDevice(tf.backend() as WebglBackend);
  const table = device.createTable(rows, columns, 'movie', 'adam');
  const values = Float32Array.from({ length: rows * columns }, (_, i) => i + 1);
  table.load({ weights: values, first: new Float32Array(), second: new Float32Array() });
  const movies = Int32Array.from({ length: rows }, (_, i) => rows - 1 - i);
  const gathered = tf.tidy(() => table.gather(device.createLookup(new Int32Array(rows), movies)));
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
