import type { Entity } from '../../../models/graph.ts';
import type { UpdateRule } from '../../trainer.ts';
import type { Table } from '../device.ts';
import type { WebglBatch, WebglLookup } from './batch.ts';
import { launch, type WebglBackend } from './program.ts';
import { createParameterState } from './state.ts';
import { placeCode, type TableLayout } from './table-layout.ts';
import { READ_TEXEL } from './texel-list.ts';

/** An embedding's table on the GPU: a program to look rows up, a program to train all of them. */
export function createWebglTable(
  webgl: WebglBackend,
  rows: number,
  columns: number,
  of: Entity,
  rule: UpdateRule,
): Table<WebglLookup, WebglBatch> {
  const state = createParameterState(webgl, rows, columns, rule);
  return {
    load: state.load,
    read: state.read,
    readValues: state.readValues,
    gather: ({ examples, start, size }) =>
      launch(webgl, {
        shape: [size, columns],
        inputs: { State: state.current(), Examples: examples },
        ints: { start },
        code: gatherCode(state.layout, of, size),
      }),
    update(gradient, { sorted, runs, start, runStart, size }, l2, step) {
      const inputs = { Gradient: gradient, Sorted: sorted, Runs: runs };
      const floats = { decay: (2 * l2) / size };
      state.update({ inputs, ints: { start, runStart }, floats, code: rowGradientCode(columns, of) }, step);
    },
    dispose: state.dispose,
  };
}

const gatherCode = (layout: TableLayout, of: Entity, size: number): string => `
  ${READ_TEXEL}
  ${placeCode(layout)}
  float weightAt(int row, int column) {
    return column < ${layout.columns} ? texelFetch(State, placeOf(row, column), 0).x : 0.;
  }

  void main() {
    ivec2 first = getOutputCoords(); // (position in the batch, column)
    int row = int(readTexel(Examples, start + first.x).${of === 'user' ? 'x' : 'y'});
    vec4 weights = vec4(weightAt(row, first.y), weightAt(row, first.y + 1), 0., 0.);
    if (first.x + 1 < ${size}) {
      row = int(readTexel(Examples, start + first.x + 1).${of === 'user' ? 'x' : 'y'});
      weights.zw = vec2(weightAt(row, first.y), weightAt(row, first.y + 1));
    }
    setOutput(weights);
  }
`;

/** The segment sum: a number of the table adds up its own run of the sorted batch. */
const rowGradientCode = (columns: number, of: Entity): string => `
  ${READ_TEXEL}
  float gradientAt(int row, int column, float weight) {
    ivec2 run = ivec2(readTexel(Runs, runStart + row).${of === 'user' ? 'xy' : 'zw'});
    float sum = decay * float(run.y - run.x) * weight;
    for (int i = run.x; i < run.y; i++) {
      int position = int(readTexel(Sorted, start + i).${of === 'user' ? 'x' : 'y'});
      sum += readMatrix(Gradient, ${columns}, position, column);
    }
    return sum;
  }
`;
