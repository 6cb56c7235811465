import { expect, it } from 'vitest';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { rateTooLow } from './rate-too-low.ts';

const SLOW = { train: [1.04, 1, 0.96], validation: [1.03, 1, 0.975] };

it('says that the steps were too small, and proposes the usual rate', () => {
  const finding = rateTooLow(factsFor(SLOW, { learningRate: 0.001 }));
  expect(finding?.text).toBe('The learning rate of 0.001 is too low: the error was still falling, in steps that are too small.');
  expect(finding?.proposal?.label).toBe('Set learning rate to 0.01');
});

it('is silent at a rate near the usual one, on a run that is good all the same, and on one that no longer falls', () => {
  expect(rateTooLow(factsFor(SLOW))).toBeNull();
  expect(rateTooLow(factsFor(GOOD, { learningRate: 0.001 }))).toBeNull();
  expect(rateTooLow(factsFor({ train: [1, 0.9], validation: [0.95, 0.96] }, { learningRate: 0.001 }))).toBeNull();
});
