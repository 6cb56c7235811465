import type { Configuration } from '../../core/hyperparameters.ts';
import { formatNumber } from '../../core/settings/format.ts';

/** Python that defines the learning rate of every step, and a callback that sets it. */
export const scheduleCode = (configuration: Configuration): string => rateCode(configuration) + CALLBACK;

/** Python that defines the learning rate of every step. */
export function rateCode({ schedule, learningRate, decay, warmup, batchSize, epochs }: Configuration): string {
  const rate = formatNumber(learningRate);
  const cycles = schedule === 'one-cycle';
  const share = cycles && warmup === 0 ? 0.25 : warmup;
  const rise = cycles ? `between(${rate} / 25, ${rate}, step / rising)` : `${rate} * (step + 1) / rising`;
  const rest = {
    constant: rate,
    exponential: `${rate} * ${formatNumber(decay)} ** (step // steps_per_epoch)`,
    cosine: `between(${rate}, 0, (step - rising) / (steps - rising))`,
    'one-cycle': `between(${rate}, ${rate} * 1e-5, (step - rising) / (steps - rising))`,
  }[schedule];
  const usesCosine = cycles || schedule === 'cosine';
  const usesSteps = usesCosine || share > 0;
  return `steps_per_epoch = ${batchSize === 1 ? 'len(train)' : `int(np.ceil(len(train) / ${batchSize}))`}
${usesSteps ? `steps = ${epochs} * steps_per_epoch\nrising = round(${formatNumber(share)} * steps)\n` : ''}${usesCosine ? BETWEEN : ''}
def learning_rate(step):
${share > 0 ? `    if step < rising:\n        return ${rise}\n` : ''}    return ${rest}
`;
}

const CALLBACK = `
class Schedule(keras.callbacks.Callback):
    step = 0

    def on_train_batch_begin(self, batch, logs=None):
        self.model.optimizer.learning_rate = learning_rate(self.step)
        self.step += 1
`;

const BETWEEN = `
def between(start, end, share):
    return end + (start - end) * (1 + np.cos(np.pi * share)) / 2
`;

/** A callback that orders `batches` anew; Keras calls their own `on_epoch_end` once before the first epoch too. */
export const SHUFFLING = 'keras.callbacks.LambdaCallback(on_epoch_begin=lambda epoch, logs: batches.shuffle()),';

/** The callbacks of a run, a line each. */
export function callbacksCode({ split, patience, timeBudget }: Configuration): string {
  const lines = [
    'Schedule(),',
    ...(patience > 0 && split !== 'none'
      ? [`keras.callbacks.EarlyStopping("val_rmse", patience=${patience}, mode="min", restore_best_weights=True),`]
      : []),
    // Keras has no callback for it that ends with a whole epoch.
    ...(timeBudget > 0 ? [`# The run ends with the epoch in which ${timeBudget} seconds are used up.`] : []),
  ];
  return lines.map((line) => `        ${line}`).join('\n');
}
