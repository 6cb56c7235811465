import { expect, it } from 'vitest';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { rateTooHigh } from './rate-too-high.ts';

const JUMPING = { train: [1, 0.9, 1.1, 0.95], validation: [0.95, 0.93, 1, 0.96] };

it('says in which epoch the training error rose, and proposes the usual rate, or a third', () => {
  const finding = rateTooHigh(factsFor(JUMPING, { learningRate: 0.1 }));
  expect(finding?.text).toBe('The learning rate of 0.1 is too high: in epoch 3 the training error rose from 0.900 to 1.100.');
  expect(finding?.proposal?.label).toBe('Set learning rate to 0.01');
  expect(rateTooHigh(factsFor(JUMPING))?.proposal?.label).toBe('Set learning rate to 0.003');
});

it('says so of a rate that is far above the usual one where the run is no better than the biases', () => {
  const course = { train: [1.06, 0.98, 0.9], validation: [1.02, 0.95, 0.905] };
  expect(rateTooHigh(factsFor(course, { learningRate: 0.1 }))?.text).toBe(
    'The learning rate of 0.1 is too high: 0.01 is usual here, and larger steps jump past the best values.',
  );
  expect(rateTooHigh(factsFor(course))).toBeNull();
  expect(rateTooHigh(factsFor(GOOD, { learningRate: 0.1 }))).toBeNull();
});

it('takes no small rise of a small loss for one: pairs are drawn anew for each epoch', () => {
  expect(rateTooHigh(factsFor({ train: [0.619, 0.073, 0.074], validation: [0.5, 0.21, 0.21] }, { loss: 'bpr' }))).toBeNull();
});

it('takes no rise for one that the few training ratings may have made', () => {
  const course = { train: [3.3, 1.047, 1.109], validation: [3, 1.3, 1.3] };
  expect(rateTooHigh(factsFor(course))).not.toBeNull();
  expect(rateTooHigh(factsFor(course, {}, { trainRatings: 376 }))).toBeNull();
});

it('is silent on a training error that falls, and on sweeps, which have no rate', () => {
  expect(rateTooHigh(factsFor(GOOD))).toBeNull();
  expect(rateTooHigh(factsFor(JUMPING, { loss: 'implicit' }))).toBeNull();
});
