import * as tf from '@tensorflow/tfjs';
import { keptMoments } from '../../../core/kept-moments.ts';
import { type ParameterValues, secondMomentStart } from '../../moments.ts';
import type { StepRule } from '../../step-rule.ts';
import type { UpdateRule } from '../../trainer.ts';
import { launch, type WebglBackend } from './program.ts';
import { layoutTable, packState, placeCode, stateShape, type TableLayout, unpackState } from './table-layout.ts';

/** A parameter on the GPU: weight and moments of a number share a texel, so that one program updates all three. */
export interface ParameterState {
  readonly layout: TableLayout;
  load(values: ParameterValues): void;
  /** The state as it is now; valid until the next `load` or `update`. */
  current(): tf.Tensor2D;
  /** The weights alone, (rows, columns). */
  weights(): tf.Tensor2D;
  read(): Promise<Float32Array>;
  readValues(): Promise<ParameterValues>;
  /** One step of the optimizer in one program. */
  update(gradient: Gradient, step: StepRule): void;
  dispose(): void;
}

/** How a program finds the gradient: `code` defines `float gradientAt(int row, int column, float weight)`. */
export interface Gradient {
  readonly inputs: Readonly<Record<string, tf.TensorInfo>>;
  readonly ints?: Readonly<Record<string, number>>;
  readonly floats?: Readonly<Record<string, number>>;
  readonly code: string;
}

export function createParameterState(webgl: WebglBackend, rows: number, columns: number, rule: UpdateRule): ParameterState {
  const layout = layoutTable(rows, columns, tf.env().getNumber('WEBGL_MAX_TEXTURE_SIZE'));
  const shape = stateShape(layout);
  const isClipped = rule.clip > 0;
  let state: tf.Tensor2D | undefined;

  function replace(next: tf.Tensor2D): void {
    state?.dispose();
    state = tf.keep(next);
  }

  function weights(): tf.Tensor2D {
    return launch(webgl, { shape: [rows, columns], inputs: { State: state as tf.Tensor2D }, code: weightsCode(layout) });
  }

  return {
    layout,
    load: (values) => replace(tf.tensor2d(packState(values, layout, secondMomentStart(rule.optimizer)), [...shape])),
    current: () => state as tf.Tensor2D,
    weights,
    async read() {
      const matrix = weights();
      const values = await matrix.data<'float32'>();
      matrix.dispose();
      return values;
    },
    readValues: async () => unpackState(await (state as tf.Tensor2D).data<'float32'>(), layout, keptMoments(rule)),
    update({ inputs, ints, floats, code }, step) {
      const next = launch(webgl, {
        shape,
        inputs: { State: state as tf.Tensor2D, ...inputs },
        ...(ints && { ints }),
        floats: { ...step, ...(isClipped && { clip: rule.clip }), ...floats },
        code: code + updateCode(layout, isClipped),
      });
      replace(next);
    },
    dispose: () => state?.dispose(),
  };
}

const updateCode = (layout: TableLayout, isClipped: boolean): string => `
  ${placeCode(layout)}
  void main() {
    ivec2 texel = ivec2(gl_FragCoord.xy);
    ivec2 cell = cellAt(texel);
    vec4 state = vec4(0.);
    if (cell.x < ${layout.rows}) {
      state = texelFetch(State, texel, 0);
      float gradient = gradientAt(cell.x, cell.y, state.x);
      ${isClipped ? 'gradient = clamp(gradient, -clip, clip);' : ''}
      state.y = keep1 * state.y + gain1 * gradient;
      state.z = keep2 * state.z + gain2 * gradient * gradient;
      state.x -= rate * state.y / (sqrt(state.z) + epsilon);
    }
    setOutput(state);
  }
`;

const weightsCode = (layout: TableLayout): string => `
  ${placeCode(layout)}
  void main() {
    ivec2 first = getOutputCoords();
    vec4 weights = vec4(0.);
    for (int i = 0; i < 4; i++) {
      ivec2 cell = first + ivec2(i >> 1, i & 1);
      if (cell.x < ${layout.rows} && cell.y < ${layout.columns}) weights[i] = texelFetch(State, placeOf(cell.x, cell.y), 0).x;
    }
    setOutput(weights);
  }
`;
