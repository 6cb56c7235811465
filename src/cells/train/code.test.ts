import { describe, expect, it } from 'vitest';
import type { Overrides } from '../../core/hyperparameters.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { trainingCode } from './code.ts';

describe.each([
  ['stars', 0, 'at = self.order[step * 256 : (step + 1) * 256]'],
  ['stars and list', 0.8, 'at = self.part[step * 256 : (step + 1) * 256]'],
])('%s', (_, listWeight, batches) => {
  const codeOf = (overrides: Overrides): string => trainingCode(resolve({ listWeight, learningRate: 0.005, ...overrides }));

  it('is filled with the settings as they stand', () => {
    const code = codeOf({ learningRate: 1e-5, decay: 0.95, batchSize: 256, epochs: 3, optimizer: 'sgd' });
    expect(code).toContain('keras.optimizers.SGD(0.00001, momentum=0.9)');
    expect(code).toContain('return 0.00001 * 0.95 ** (step // steps_per_epoch)');
    expect(code).toContain(batches);
    expect(code).toContain('epochs=3');
  });

  it('says where Keras trains otherwise', () => {
    expect(codeOf({ optimizer: 'lazy-adam' })).toContain('optimizer=Adam(0.005),  # Keras has no lazy Adam');
    expect(codeOf({})).not.toContain('lazy');
  });

  it('is a loop over single ratings where the optimizer takes them one by one', () => {
    const code = trainingCode(resolve({ optimizer: 'sgd-by-rating', epochs: 3, biasRate: 0.2 }));
    expect(code).toContain('steps_per_epoch = len(train)\n');
    expect(code).toContain('for epoch in range(3):');
    expect(code).toContain('bu[u] += bias_rate * rate * (e - bias_l2 * bu[u])');
    expect(code).not.toContain('model.fit');
    expect(trainingCode(resolve({ optimizer: 'sgd-by-rating', biases: false }))).not.toContain('bias');
  });

  it('evaluates the test part where the split has one', () => {
    expect(codeOf({})).not.toContain('(test)');
    expect(codeOf({ testPerUser: 1 })).not.toContain('(test)');
    expect(codeOf({ testShare: 0.1 })).toContain('rmse(test)');
    expect(codeOf({ split: 'leave-last', testPerUser: 1 })).toContain('rmse(test)');
  });

  it('standardises by the training ratings alone', () => {
    expect(codeOf({ target: 'standardised' })).toContain('stars[train].mean(), stars[train].std()');
    expect(codeOf({})).toContain('offset, scale = 0.0, 1.0');
  });

  it('writes the schedule that is set, with its warm-up', () => {
    const cosine = codeOf({ schedule: 'cosine', warmup: 0.1 });
    expect(cosine).toContain('rising = round(0.1 * steps)');
    expect(cosine).toContain('return 0.005 * (step + 1) / rising');
    expect(cosine).toContain('return between(0.005, 0, (step - rising) / (steps - rising))');
    expect(codeOf({ schedule: 'one-cycle' })).toContain('return between(0.005 / 25, 0.005, step / rising)');
    expect(codeOf({ schedule: 'constant' })).not.toContain('rising');
  });

  it('stops early as the run does', () => {
    expect(codeOf({ patience: 3 })).toContain('EarlyStopping("val_rmse", patience=3');
    expect(codeOf({})).not.toContain('EarlyStopping');
  });

  it('gives the optimizer what it takes', () => {
    expect(codeOf({ optimizer: 'sgd', momentum: 0, learningRate: 2 })).toContain('optimizers.SGD(2.0),');
    const adagrad = codeOf({ optimizer: 'adagrad', learningRate: 0.5, momentum: 0.8, clip: 0.01 });
    expect(adagrad).toContain('optimizer=Adagrad(0.5, clipvalue=0.01),');
    expect(adagrad).toContain('class Adagrad(keras.optimizers.Adagrad):');
  });

  it('measures predictions within the rating scale', () => {
    expect(codeOf({})).toContain('np.clip(predicted, stars.min(), stars.max())');
  });
});

it('counts the stars and the list as the run does', () => {
  const code = trainingCode(resolve({ listWeight: 0.8, listL2: 0.5 }));
  expect(code).toContain('loss=lambda z, stars: 0.2 * keras.losses.mean_squared_error(z, stars),');
  expect(code).toContain('self.add_loss(0.8 * (0.5 * chosen + 0.5 * length))');
});
