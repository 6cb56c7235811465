import { expect, it } from 'vitest';
import { resolve } from '../../core/settings/defaults.ts';
import { trainingCode } from './code.ts';

it('is filled with the settings as they stand', () => {
  const code = trainingCode(resolve({ learningRate: 1e-5, decay: 0.95, batchSize: 256, epochs: 3, optimizer: 'sgd' }));
  expect(code).toContain('keras.optimizers.SGD(0.00001, momentum=0.9)');
  expect(code).toContain('return 0.00001 * 0.95 ** (step // steps_per_epoch)');
  expect(code).toContain('batch_size=256');
  expect(code).toContain('epochs=3');
});

it('says where Keras trains otherwise', () => {
  expect(trainingCode(resolve({ optimizer: 'lazy-adam' }))).toContain('keras.optimizers.Adam(0.005),  # Keras has no lazy one');
  expect(trainingCode(resolve({}))).not.toContain('lazy');
});

it('evaluates the test part where the split has one', () => {
  expect(trainingCode(resolve({}))).not.toContain('(test)');
  expect(trainingCode(resolve({ testPerUser: 1 }))).not.toContain('(test)');
  expect(trainingCode(resolve({ testShare: 0.1 }))).toContain('rmse(test)');
  expect(trainingCode(resolve({ split: 'leave-last', testPerUser: 1 }))).toContain('rmse(test)');
});

it('standardises by the training ratings alone', () => {
  expect(trainingCode(resolve({ target: 'standardised' }))).toContain('stars[train].mean(), stars[train].std()');
  expect(trainingCode(resolve({}))).toContain('offset, scale = 0.0, 1.0');
});

it('writes the schedule that is set, with its warm-up', () => {
  const cosine = trainingCode(resolve({ schedule: 'cosine', warmup: 0.1 }));
  expect(cosine).toContain('rising = round(0.1 * steps)');
  expect(cosine).toContain('return 0.005 * (step + 1) / rising');
  expect(cosine).toContain('return between(0.005, 0, (step - rising) / (steps - rising))');
  expect(trainingCode(resolve({ schedule: 'one-cycle' }))).toContain('return between(0.005 / 25, 0.005, step / rising)');
  expect(trainingCode(resolve({ schedule: 'constant' }))).not.toContain('rising');
});

it('stops early as the run does', () => {
  expect(trainingCode(resolve({ patience: 3 }))).toContain('EarlyStopping("val_rmse", patience=3');
  expect(trainingCode(resolve({}))).not.toContain('EarlyStopping');
});

it('gives the optimizer what it takes', () => {
  expect(trainingCode(resolve({ optimizer: 'sgd', momentum: 0, learningRate: 2 }))).toContain('optimizers.SGD(2),');
  const adagrad = trainingCode(resolve({ optimizer: 'adagrad', learningRate: 0.5, momentum: 0.8, clip: 0.01 }));
  expect(adagrad).toContain('keras.optimizers.Adagrad(0.5, clipvalue=0.01),');
});

it('measures predictions within the rating scale', () => {
  expect(trainingCode(resolve({}))).toContain('np.clip(predicted, stars.min(), stars.max())');
});
