import * as tf from '@tensorflow/tfjs';
import { ADAM, type OptimizerName } from '../trainer.ts';
import { adamRate } from './array-optimizer.ts';
import type { Optimizer } from './optimizer.ts';

/** Updates weights on the GPU: three programs a table for Adam, one for SGD. For webgl. */
export function createTensorOptimizer(name: OptimizerName, variables: ReadonlyMap<string, tf.Variable>): Optimizer {
  const zeros = (): ReadonlyMap<string, tf.Variable> =>
    new Map([...variables].map(([key, { shape }]) => [key, tf.tidy(() => tf.variable(tf.zeros(shape), false))]));
  const first = name === 'sgd' ? new Map<string, tf.Variable>() : zeros();
  const second = name === 'sgd' ? new Map<string, tf.Variable>() : zeros();
  return {
    apply(gradients, step, learningRate) {
      for (const [key, variable] of variables) {
        const g = gradients.get(key) as tf.Tensor;
        const m = first.get(key);
        const v = second.get(key);
        if (!m || !v) {
          assign(variable, run('W - rate * G', { W: variable, G: g }, { rate: learningRate }));
        } else {
          assign(m, run('keep * M + gain * G', { M: m, G: g }, average(ADAM.beta1)));
          assign(v, run('keep * V + gain * G * G', { V: v, G: g }, average(ADAM.beta2)));
          const constants = { rate: adamRate(step, learningRate), epsilon: ADAM.epsilon };
          assign(variable, run('W - rate * M / (sqrt(V) + epsilon)', { W: variable, M: m, V: v }, constants));
        }
      }
    },
    reset() {
      for (const moment of [...first.values(), ...second.values()]) assign(moment, tf.zeros(moment.shape));
    },
    dispose() {
      for (const moment of [...first.values(), ...second.values()]) moment.dispose();
    },
  };
}

/** Subtracted here: in 32 bits 1 − 0.999 is off by 5e-5. */
const average = (beta: number) => ({ keep: beta, gain: 1 - beta });

function assign(variable: tf.Variable, value: tf.Tensor): void {
  variable.assign(value);
  value.dispose();
}

/** What is used of tfjs' webgl backend. */
interface WebglBackend {
  compileAndRun(program: object, inputs: readonly tf.TensorInfo[], dtype: 'float32', custom: number[][]): tf.TensorInfo;
}

/** Evaluates an expression for every element of equally shaped tensors, in one program; constants are uniforms. */
function run(
  expression: string,
  inputs: Readonly<Record<string, tf.Tensor>>,
  constants: Readonly<Record<string, number>>,
): tf.Tensor {
  const names = Object.keys(inputs);
  const tensors = Object.values(inputs);
  const program = {
    variableNames: names,
    outputShape: (tensors[0] as tf.Tensor).shape,
    customUniforms: Object.keys(constants).map((name) => ({ name, type: 'float' })),
    userCode: `
      void main() {
        ${names.map((name) => `float ${name} = get${name}AtOutCoords();`).join('\n')}
        setOutput(${expression});
      }`,
  };
  const custom = Object.values(constants).map((value) => [value]);
  const output = (tf.backend() as unknown as WebglBackend).compileAndRun(program, tensors, 'float32', custom);
  return tf.engine().makeTensorFromTensorInfo(output);
}
