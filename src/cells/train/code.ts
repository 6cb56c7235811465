import type { Configuration } from '../../core/hyperparameters.ts';
import { isPairwise, type PointwiseLoss } from '../../core/loss.ts';
import { formatNumber } from '../../core/stale.ts';
import { pairwiseCode } from './pairwise-code.ts';
import { callbacksCode, scheduleCode } from './schedule-code.ts';

const TARGETS: Readonly<Record<Configuration['target'], string>> = {
  raw: 'offset, scale = 0.0, 1.0',
  'min-max': 'offset, scale = stars.min(), stars.max() - stars.min()',
  standardised: 'offset, scale = stars[train].mean(), stars[train].std()',
};

const OPTIMIZERS: Readonly<Record<Configuration['optimizer'], string>> = {
  adam: 'Adam',
  'lazy-adam': 'Adam',
  sgd: 'SGD',
  adagrad: 'Adagrad',
};

const LOSSES: Readonly<Record<PointwiseLoss, string>> = {
  squared: '"mse"',
  absolute: '"mae"',
  huber: 'keras.losses.Huber()',
};

const TEST = `_, rmse = model.evaluate([user_index[test], movie_index[test]], z[test], batch_size=4096)
print("Test RMSE in stars:", rmse * scale)
`;

export const hasTest = ({ split, testShare, testPerUser }: Configuration): boolean =>
  (split === 'leave-last' ? testPerUser : testShare) > 0;

const KERAS_IS_DENSE = '  # Keras has no lazy one: this moves all rows at every step';

function optimizerCode({ optimizer, learningRate, momentum, clip }: Configuration): string {
  const options = [
    formatNumber(learningRate),
    ...(optimizer === 'sgd' && momentum > 0 ? [`momentum=${formatNumber(momentum)}`] : []),
    ...(clip > 0 ? [`clipvalue=${formatNumber(clip)}`] : []),
  ];
  return `keras.optimizers.${OPTIMIZERS[optimizer]}(${options.join(', ')})`;
}

/** Python that trains the model of the cell above with Keras 3. */
export function trainingCode(configuration: Configuration): string {
  const { target, loss, optimizer, batchSize, epochs } = configuration;
  if (isPairwise(loss))
    return pairwiseCode(configuration, `${optimizerCode(configuration)},${optimizer === 'lazy-adam' ? KERAS_IS_DENSE : ''}`);
  return `# What is predicted; errors in stars are errors in these units times the scale.
${TARGETS[target]}
z = (stars - offset) / scale

${scheduleCode(configuration)}
model.compile(
    optimizer=${optimizerCode(configuration)},${optimizer === 'lazy-adam' ? KERAS_IS_DENSE : ''}
    loss=${LOSSES[loss]},
    metrics=[keras.metrics.RootMeanSquaredError(name="rmse")],
)
history = model.fit(
    [user_index[train], movie_index[train]],
    z[train],
    validation_data=([user_index[validation], movie_index[validation]], z[validation]),
    batch_size=${batchSize},
    epochs=${epochs},
    callbacks=[
${callbacksCode(configuration)}
    ],
)
print("Validation RMSE in stars:", history.history["val_rmse"][-1] * scale)
${hasTest(configuration) ? TEST : ''}`;
}
