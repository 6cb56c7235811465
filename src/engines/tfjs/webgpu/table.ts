import type { Entity } from '../../../models/graph.ts';
import type { UpdateRule } from '../../trainer.ts';
import type { Table } from '../device.ts';
import type { WebgpuBatch, WebgpuLookup } from './batch.ts';
import { launch, type WebgpuBackend } from './program.ts';
import { createParameterState } from './state.ts';

/** An embedding's table on the GPU: a program to look rows up, a program to train all of them. */
export function createWebgpuTable(
  webgpu: WebgpuBackend,
  rows: number,
  columns: number,
  of: Entity,
  rule: UpdateRule,
): Table<WebgpuLookup, WebgpuBatch> {
  const state = createParameterState(webgpu, rows, columns, rule);
  return {
    load: state.load,
    read: state.read,
    readValues: state.readValues,
    gather({ start, size, [of]: column }) {
      const inputs = { State: state.current(), Rows: column.rows };
      return launch(webgpu, [size, columns], { inputs, ints: { start, columns }, code: GATHER });
    },
    update(gradient, { start, size, [of]: { sorted, runs, runStart } }, l2, step) {
      const inputs = { Gradient: gradient, Sorted: sorted, Runs: runs };
      const floats = { decay: (2 * l2) / size };
      state.update({ inputs, ints: { start, runStart, columns }, floats, code: ROW_GRADIENT }, step);
    },
    dispose: state.dispose,
  };
}

const GATHER = `
  fn run(index : i32) {
    let position = index / uniforms.columns;
    let column = index - position * uniforms.columns;
    result[index] = State[Rows[uniforms.start + position] * uniforms.columns + column];
  }`;

/** The segment sum: a number of the table adds up its own run of the sorted batch. */
const ROW_GRADIENT = `
  fn gradientAt(index : i32, weight : f32) -> f32 {
    let row = index / uniforms.columns;
    let column = index - row * uniforms.columns;
    let first = Runs[uniforms.runStart + row];
    let end = Runs[uniforms.runStart + row + 1];
    var sum = uniforms.decay * f32(end - first) * weight;
    for (var i = first; i < end; i++) {
      sum += Gradient[Sorted[uniforms.start + i] * uniforms.columns + column];
    }
    return sum;
  }`;
