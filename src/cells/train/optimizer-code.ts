import type { Configuration } from '../../core/hyperparameters.ts';
import { formatNumber } from '../../core/settings/format.ts';

/** Python of an optimizer that takes batches. */
export interface OptimizerCode {
  /** What comes before; may be empty. */
  readonly definition: string;
  /** Its expression, up to the end of the line. */
  readonly line: string;
}

const NAMES = { adam: 'Adam', 'lazy-adam': 'Adam', sgd: 'SGD', adagrad: 'Adagrad' } as const;

const KERAS_IS_DENSE = '  # Keras has no lazy Adam: this updates all rows at every step';

export function optimizerOf(
  optimizer: keyof typeof NAMES,
  { learningRate, momentum, clip }: Pick<Configuration, 'learningRate' | 'momentum' | 'clip'>,
): OptimizerCode {
  const name = NAMES[optimizer];
  const options = [
    // Keras refuses a whole number.
    Number.isInteger(learningRate) ? `${learningRate}.0` : formatNumber(learningRate),
    ...(optimizer === 'sgd' && momentum > 0 ? [`momentum=${formatNumber(momentum)}`] : []),
    ...(clip > 0 ? [`clipvalue=${formatNumber(clip)}`] : []),
  ].join(', ');
  // Plain steps by parts of a gradient come to the step by their sum.
  if (name === 'SGD' && clip === 0) return { definition: '', line: `keras.optimizers.SGD(${options}),` };
  return { definition: summingCode(name), line: `${name}(${options}),${optimizer === 'lazy-adam' ? KERAS_IS_DENSE : ''}` };
}

const summingCode = (name: string): string => `
class ${name}(keras.optimizers.${name}):
    """A row that a batch looks up several times has one gradient, their sum: on TensorFlow Keras would take each by itself."""

    def apply(self, gradients, variables):
        sums = [ops.add(gradient, ops.zeros_like(variable)) for gradient, variable in zip(gradients, variables)]
        super().apply(sums, variables)

`;
